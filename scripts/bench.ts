import { parseArgs } from "node:util";
import { measureApplication, throughApplication } from "./bench/application";
import { measureBroadcast } from "./bench/broadcast";
import { measureDrag } from "./bench/drag";
import { addLoad, startBenchStack } from "./bench/fixture";
import { measureMemory } from "./bench/memory";
import { measureOpening, measurePolicies } from "./bench/opening";
import { measurePaging } from "./bench/paging";
import { type Line, renderTable } from "./bench/report";
import { addParties, measureSearch } from "./bench/search";
import { measureTyping } from "./bench/typing";

// Ratios against floors of the same run: a busy machine slows both. It is no test, and fails only
// when something does not work at all.
await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      boards: { type: "string", default: "200" },
      // Leaves out the million, which take minutes to fill in.
      quick: { type: "boolean", default: false },
    },
  });
  console.log("Starting a stack and filling it …");
  const stack = await startBenchStack();
  const interrupt = () => void stack.remove().then(() => process.exit(130));
  process.once("SIGINT", interrupt);
  process.once("SIGTERM", interrupt);
  try {
    const small = await addLoad(stack, "small", 1_000, 0);
    const large = await addLoad(stack, "large", 100_000, 100_000);
    const hand = await addLoad(stack, "hand", 11_000, 0, { closed: 0 });
    const lines: Line[] = [];
    const part = async (title: string, run: () => Promise<Line[]>) => {
      console.log(`${title} …`);
      const measured = await run();
      // At once: what comes later may fail, and this took its time.
      console.log(renderTable(measured));
      lines.push(...measured);
    };
    await part("Boards", () => measureBroadcast(stack, large, Number(values.boards)));
    await part("Opening", () => measureOpening(stack, small, large, { times: 1.3 }));
    await part("Policies", () => measurePolicies(stack, large));
    await part("Application", () =>
      throughApplication(stack, (siteUrl) =>
        measureApplication(stack, siteUrl, { small, large, hand }),
      ),
    );
    await part("Dragging", () => measureDrag(stack, large));
    await part("Memory", measureMemory);
    if (!values.quick) {
      const huge = await addLoad(stack, "huge", 1_000_000, 0);
      await part("Opening a million", () => measureOpening(stack, small, huge, { times: 1.5 }));
      await addParties(stack, huge, 875_000);
      await part("Paging a million", () => measurePaging(stack, huge));
      await part("Searching a million", () => measureSearch(stack, huge));
      await part("Typing into it", () =>
        throughApplication(stack, (siteUrl) => measureTyping(siteUrl, huge)),
      );
    }
    console.log(`\n${renderTable(lines)}`);
  } finally {
    await stack.remove();
  }
}
