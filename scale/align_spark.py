#!/usr/bin/env python3
"""Aligns many document pairs with Spark: each partition is the input of one `tolmach align --batch`.

    spark-submit align_spark.py INPUT OUTPUT [--tolmach PROGRAM] [--partitions N]

INPUT is a folder of Parquet files (INPUT ends in .parquet) with the columns id, source_language, target_language, source
and target, the last two arrays of paragraphs, or of JSON lines with the same keys. OUTPUT is a new folder of JSON lines,
one a document: {"id": …, "units": […]}, or {"id": …, "error": "…"} for one that could not be read. The order of the
lines is not that of the input; the lines themselves depend on nothing but their own document, so that a partition which
runs twice because its worker was lost gives the same bytes.
"""

import argparse
import shlex

from pyspark.sql import SparkSession


def batch(tolmach):
    """The command of a partition. Exit code 1 means that some lines have an error of their own, which the output says;
    any other is a failure of the task, and Spark runs it again."""
    command = f"{shlex.quote(tolmach)} align --batch --threads 1; code=$?; [ $code -le 1 ] || exit $code"
    return shlex.join(["sh", "-c", command])


def main():
    parser = argparse.ArgumentParser(description="Aligns document pairs with Spark.")
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--tolmach", default="tolmach", help="the program, on every worker")
    parser.add_argument("--partitions", type=int, help="how many tasks; by default as the input is split")
    given = parser.parse_args()
    spark = SparkSession.builder.appName("tolmach align").getOrCreate()
    if given.input.rstrip("/").endswith(".parquet"):
        lines = spark.read.parquet(given.input).toJSON()
    else:
        lines = spark.sparkContext.textFile(given.input)
    if given.partitions:
        lines = lines.repartition(given.partitions)
    lines.pipe(batch(given.tolmach), checkCode=True).saveAsTextFile(given.output)
    spark.stop()


if __name__ == "__main__":
    main()
