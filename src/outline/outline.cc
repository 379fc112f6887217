#include "outline/outline.h"

namespace scp {

const Component* InstrumentPart::first(ComponentKind wanted) const {
  for (const Component& component : components) {
    if (component.kind == wanted) return &component;
  }
  return nullptr;
}

std::uint32_t Outline::ancestor_with(std::uint32_t node, std::string_view role) const {
  for (; node != kNoNode; node = nodes[node].parent) {
    if (nodes[node].role == role && nodes[node].role.data() != nullptr) return node;
  }
  return kNoNode;
}

std::string_view Outline::role_above(std::uint32_t node) const {
  for (; node != kNoNode; node = nodes[node].parent) {
    if (nodes[node].role.data() != nullptr) return nodes[node].role;
  }
  return {};
}

}  // namespace scp
