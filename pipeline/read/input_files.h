// Names that a user gives to the files they stand for.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"

namespace attest {

/// Called with the path of each file ("-" for standard input). Returning false stops.
using FileSink = std::function<bool(const std::string& path)>;

/// Expands one input and calls `file` with what it stands for, in order:
/// - "-": itself. A file, pipe or device, also one that does not exist: its path as given.
/// - A folder: the files in it and below it, by name, byte by byte, level by level, as the folder's path, "/" and the
///   name. Hidden entries (".name") are left out; folders behind symbolic links are not entered, so loops are harmless;
///   what is neither a file nor a folder, folders that cannot be listed, and a folder without files are failures.
/// - A name with * ? or [ that does not exist literally: the paths that match as glob(7) has it, in byte order, each
///   expanded as above; a pattern without a match is a failure.
/// - "@" and the name of a file, where no file of the whole name exists: the inputs that stand in it, one a line, each
///   expanded as above (but lists in lists); blank lines are passed over.
/// Failures are reported with `where` set, and the rest goes on. False where `file` returned false.
bool expand_input(const std::string& input, const FileSink& file, const std::function<void(const Error&)>& failure);

}  // namespace attest
