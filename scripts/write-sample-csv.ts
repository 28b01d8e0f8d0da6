import { writeFileSync } from "node:fs";
import { samplePipeline, sampleWithBadRows } from "../seeds/sample-csv";

// Run after a change of seeds/sample-csv.ts: `npx tsx scripts/write-sample-csv.ts`.
writeFileSync("seeds/sample-pipeline.csv", samplePipeline());
writeFileSync("seeds/sample-pipeline-with-errors.csv", sampleWithBadRows());
