// A statically linked program cannot load shared libraries, and ICU would ask for them only for
// plug-ins. Linked with --wrap=dlopen, so that the linker has nothing to warn of.
extern "C" void* __wrap_dlopen(const char*, int) { return nullptr; }
