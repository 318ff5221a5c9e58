#!/usr/bin/env python3
"""Aligns many document pairs with Spark: each partition is the input of one `tolmach align --batch`.

    spark-submit align_spark.py INPUT OUTPUT [--tolmach PROGRAM] [--partitions N]
                                [--learn-only | --lexicon FILE]

INPUT is a folder of Parquet files (INPUT ends in .parquet) with the columns id, source_language, target_language, source
and target, the last two arrays of paragraphs, or of JSON lines with the same keys. OUTPUT is a new folder of JSON lines,
one a document: {"id": …, "units": […]}, or {"id": …, "error": "…"} for one that could not be read. The order of the
lines is not that of the input; the lines themselves depend on nothing but their own document, so that a partition which
runs twice because its worker was lost gives the same bytes.

With --learn-only OUTPUT holds what each partition teaches, for `tolmach lexicon merge OUTPUT/part-* --output FILE`, which
gives the same bytes for every partitioning; with --lexicon FILE, a path that every worker sees, that is used.
"""

import argparse
import shlex

from pyspark.sql import SparkSession


def batch(tolmach, options):
    """The command of a partition. Exit code 1 means that some lines have an error of their own, which the output or the
    error stream says; any other is a failure of the task, and Spark runs it again."""
    command = shlex.join([tolmach, "align", "--batch", "--threads", "1", *options])
    return ["sh", "-c", f"{command}; code=$?; [ $code -le 1 ] || exit $code"]


def main():
    parser = argparse.ArgumentParser(description="Aligns document pairs with Spark.")
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--tolmach", default="tolmach", help="the program, on every worker")
    parser.add_argument("--partitions", type=int, help="how many tasks; by default as the input is split")
    learning = parser.add_mutually_exclusive_group()
    learning.add_argument("--learn-only", action="store_true", help="write what each partition teaches")
    learning.add_argument("--lexicon", help="what was learned and merged, on every worker")
    given = parser.parse_args()
    options = ["--learn-only"] if given.learn_only else ["--lexicon", given.lexicon] if given.lexicon else []
    spark = SparkSession.builder.appName("tolmach align").getOrCreate()
    # The lines go from the engine to the program and back without a stop in Python.
    if given.input.rstrip("/").endswith(".parquet"):
        lines = spark.read.parquet(given.input)._jdf.toJSON().toJavaRDD()
    else:
        lines = spark.sparkContext._jsc.textFile(given.input)
    if given.partitions:
        lines = lines.repartition(given.partitions)
    command = batch(given.tolmach, options)
    lines.pipe(command, {}, False, 1 << 16, "UTF-8").saveAsTextFile(given.output)
    spark.stop()


if __name__ == "__main__":
    main()
