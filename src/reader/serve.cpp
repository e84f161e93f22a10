#include "reader/serve.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <system_error>

#include "formats/rejected.h"
#include "reader/arguments.h"
#include "reader/message.h"
#include "reader/request.h"
#include "reader/sandbox.h"

namespace mingzhang::reader {
namespace {

void send(std::string_view piece) {
  while (!piece.empty()) {
    const ssize_t written = write(output_descriptor, piece.data(), piece.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw std::system_error(errno, std::generic_category(), "write");
    piece.remove_prefix(static_cast<std::size_t>(written));
  }
}

struct Bytes {
  std::unique_ptr<char[]> memory;
  std::size_t size = 0;
  std::string_view view() const { return {memory.get(), size}; }
};

/// Asked before the walls are up: to the kernel this is the call that also looks at any other path.
std::uint64_t input_size(const Limits& limits) {
  struct stat status {};
  if (fstat(input_descriptor, &status) != 0) throw std::system_error(errno, std::generic_category(), "fstat");
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > limits.file_bytes) throw Unreadable("too-large", 0, std::to_string(size) + " B");
  return size;
}

/// A copy and no mapping: what is checked here must not change while it is read, nor vanish when the file is cut.
Bytes read_input(std::uint64_t size) {
  Bytes bytes{std::make_unique_for_overwrite<char[]>(size), 0};
  while (bytes.size < size) {
    const ssize_t got = ::read(input_descriptor, bytes.memory.get() + bytes.size, size - bytes.size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw std::system_error(errno, std::generic_category(), "read");
    if (got == 0) break;
    bytes.size += static_cast<std::size_t>(got);
  }
  return bytes;
}

std::uint64_t cpu_of(const Limits& limits) {
  return static_cast<std::uint64_t>(limits.cpu.count());
}

void require_room(std::uint64_t message, const Limits& limits) {
  if (message > limits.message_bytes) throw Unreadable("too-large", 0, "message " + std::to_string(message) + " B");
}

document::Document parse(Parser& parser, std::uint64_t size, const Limits& limits) {
  const Bytes bytes = read_input(size);
  return parser.parse(bytes.view(), limits);
}

void answer(Parser& parser, const Limits& limits) {
  parser.prepare();
  const std::uint64_t input = input_size(limits);
  const bool enclosed = enclose({limits.memory_bytes, cpu_of(limits), parser.data_folders()});
  document::Document document = parse(parser, input, limits);
  if (!enclosed) document.notices.push_back({0, 0, "no-sandbox", "seccomp"});
  require_room(encoded_size(document), limits);
  encode(document, send);
}

void answer(Maker& maker, const Limits& limits) {
  maker.prepare();
  const std::uint64_t input = input_size(limits);
  enclose({limits.memory_bytes, cpu_of(limits), maker.font_folders(),
           !maker.font_folders().empty()});  // who read the document before has told if there is no filter
  const Bytes bytes = read_input(input);
  const Framed framed = unframed(bytes.view());
  const std::string made = maker.make(framed.request, framed.file, limits);
  require_room(header_bytes + made.size(), limits);
  send(result_header(made.size()));
  send(made);
}

template <typename Program>
int run(int argc, char** argv, Program& program) {
  try {
    close_other_descriptors();
    answer(program, limits_from(argc, argv));
  } catch (const std::bad_alloc&) {
    return exit_no_memory;  // and not a word more: there may be no memory for it
  } catch (const formats::Rejected& why) {
    send(encode_failure(why.code(), why.line(), why.what()));
  } catch (const Unreadable& why) {
    send(encode_failure(why.code(), why.line(), why.what()));
  } catch (const NoSandbox& why) {
    send(encode_failure("no-sandbox", 0, why.what()));
  } catch (const std::exception& error) {
    send(encode_failure("crashed", 0, error.what()));
  }
  return EXIT_SUCCESS;
}

template <typename Program>
int guarded(int argc, char** argv, Program& program) {
  try {
    return run(argc, argv, program);
  } catch (const std::bad_alloc&) {
    return exit_no_memory;
  } catch (...) {
    return EXIT_FAILURE;  // the pipe is gone: nobody listens
  }
}

}  // namespace

void serve(int argc, char** argv, Parser& parser) {
  // Nothing of the usual end: no destructors for a process that is over, and no profile or leak reports, for which the
  // walls have no door.
  _exit(guarded(argc, argv, parser));
}

void serve(int argc, char** argv, Maker& maker) {
  _exit(guarded(argc, argv, maker));
}

}  // namespace mingzhang::reader
