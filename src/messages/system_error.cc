#include "messages/system_error.h"

#include <cerrno>
#include <cstring>

namespace scp {

std::string describe_errno(Lang lang, int error) {
  switch (error) {
    case EACCES:
    case EPERM:
    case EROFS:
      return message(lang, MessageId::kSystemNoPermission);
    case EBADF:
      return message(lang, MessageId::kSystemClosed);
    case EDQUOT:
    case EFBIG:
    case ENOSPC:
      return message(lang, MessageId::kSystemNoSpace);
    case EISDIR:
      return message(lang, MessageId::kSystemIsDirectory);
    case ENOENT:
    case ENOTDIR:
      return message(lang, MessageId::kSystemNoDirectory);
    default:
      return std::strerror(error);
  }
}

}  // namespace scp
