// The library's public face: read, extract, store, present. One include for programs that use all of it; each header
// below stands for itself and says more.
//
//   #include "attest.h"
//   #include "built_in_rules.h"                                    // target attest::rules
//
//   auto extractor = attest::Extractor::create({attest::built_in_rules()});
//   if (!extractor) return print(extractor.error().to_string());
//   attest::Extractor::Workspace workspace(*extractor);
//   std::string lines;
//   attest::read_documents({"articles/"}, {}, [&](attest::Document document) {
//     const attest::Extraction found = extractor->extract(document, {}, workspace);
//     attest::RecordWriter writer(document, lines);
//     for (const attest::Mention& mention : found.mentions) writer.mention(mention);
//     return true;
//   }, [](const attest::Error& failed) { print(failed.to_string()); });
//
// To keep what is found: Store::open, Store::add; to ask: run_query, find_cited, verify.
#pragma once

#include "base/result.h"
#include "engine/rule_file.h"
#include "fact/extractor.h"
#include "present/json_lines.h"
#include "present/table.h"
#include "read/reader.h"
#include "record/document.h"
#include "record/mention.h"
#include "record/names.h"
#include "store/citation.h"
#include "store/query.h"
#include "store/saved_queries.h"
#include "store/store.h"
#include "store/verify.h"
