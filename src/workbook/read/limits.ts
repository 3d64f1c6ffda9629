/**
 * How much a workbook may be. A filled LKE has about 200 rows, 20 sheets and 1 MB; everything here
 * lies far above that and below what the process can hold.
 */

const MB = 1024 * 1024;

/** The same as an uploaded piece of evidence. */
export const MOST_FILE_BYTES = 25_000_000;
/**
 * One part inflated, and all that are read. XML is parsed at some 15 MB a second on a busy machine,
 * so this ends within the time of the process; real workbooks inflate to 5 MB.
 */
export const MOST_PART_BYTES = 64 * MB;
export const MOST_INFLATED_BYTES = 96 * MB;
/** Parts in the package; a workbook with a picture in every row has some hundreds. */
export const MOST_ENTRIES = 5_000;
/** Tabs; the widest recap that is known has 52. */
export const MOST_SHEETS = 200;
/** Cells with content, in all sheets: 10,000 rows of 25 columns. */
export const MOST_CELLS = 250_000;
/** Characters in all cells together, a text counted as often as it is shown. */
export const MOST_CHARACTERS_IN_ALL = 20_000_000;
/** Characters of one cell and of its formula: what Excel itself allows. */
export const MOST_CELL_CHARACTERS = 32_767;
export const MOST_FORMULA_CHARACTERS = 8_192;
/** Excel allows 31; other programs write more. */
export const MOST_SHEET_NAME_CHARACTERS = 255;
/** The address of a hyperlink, generously; Excel writes at most 2,079. */
export const MOST_LINK_CHARACTERS = 8_192;
/** Excel's grid: XFD1048576. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;
/** Different texts and different looks; Excel allows 65,490 looks. */
export const MOST_SHARED_STRINGS = 1_000_000;
export const MOST_STYLES = 65_490;
/** Merged ranges and hyperlinks in all sheets; never expanded into cells. */
export const MOST_RANGES = 50_000;
/** Ranges that cross one row; above that they lie over each other. */
export const MOST_RANGES_IN_A_ROW = 1_000;
/** Elements within each other, and attributes of one element; the parts we read need 8 and 30. */
export const MOST_DEPTH = 64;
export const MOST_ATTRIBUTES = 256;
/** Characters between two tags: a full cell written in references has some 200,000. */
export const MOST_TOKEN_CHARACTERS = 1_000_000;
/** Rows that are relations of a part (`.rels`): sheets, or hyperlinks. */
export const MOST_RELATIONS = 70_000;

/** The child process: its heap, its whole memory as the system counts it, and its time. */
export const CHILD_HEAP_MB = 512;
export const CHILD_MEMORY_BYTES = 900 * MB;
export const CHILD_TIME_MS = 10_000;
/** Processor seconds after which the system ends it, should nobody be left to watch. */
export const CHILD_CPU_SECONDS = 30;
export const MEMORY_LOOK_MS = 50;
/** What may come back: all cells as JSON, or what an LKE says (127 rows of full cells). */
export const MOST_RAW_REPLY_BYTES = 128 * MB;
export const MOST_READING_REPLY_BYTES = 24 * MB;
/** Kept of what a failing child says, for the log. */
export const MOST_FAULT_CHARACTERS = 2_000;
/** Two read, so that two offices do not wait for each other; more would starve the pages. */
export const MOST_CHILDREN = 2;
export const MOST_WAITING = 16;
