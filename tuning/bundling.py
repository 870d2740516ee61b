"""Bundles: a snapshot in the files of one destination, as one ZIP that is the same bytes wherever it is made.

A Bundle is what a destination gets to see:

bundle.snapshot   the Snapshot: .name, .slug, .sha256, .seed, .shares, .default_system, .count, .counts
bundle.options    {name: value}, cleaned, of the destination's fields and of COMMON
bundle.writing    formats.Options with the snapshot's default system prompt and where the context goes
bundle.parts      the parts that there are, in order: ["train", "validation", "test"] or fewer
bundle.count(part), bundle.tokens(part), bundle.count(), bundle.tokens()   of the examples that are written
bundle.cut(limit) how many of these have more tokens than the limit
bundle.rows(part, columns)   raw rows, in order, as Format.write takes them
"""
