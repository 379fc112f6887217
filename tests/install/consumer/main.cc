#include <scpparse/emit.h>
#include <scpparse/parse.h>
#include <scpparse/version.h>

#include <cstdio>

int main() {
  const auto document = scp::parse_bytes("Ke hoach\n");
  if (!document) return 1;
  std::string json;
  scp::emit(*document, {}, json);
  if (json.find("\"schema\":\"scpparse/1\"") == json.npos) return 2;
  std::printf("scpparse %s: scpparse/1, %zu goals\n", SCPPARSE_VERSION, document->goals.size());
  return 0;
}
