/* The browser lies in its package compressed; here it is put where tests/browser/test_oldest.py looks for it. */
import { createReadStream, createWriteStream } from "node:fs"
import { chmod, rename } from "node:fs/promises"
import { pipeline } from "node:stream/promises"
import { createBrotliDecompress } from "node:zlib"

const at = name => new URL(`node_modules/${name}`, import.meta.url)
const half = at("chromium.half")
await pipeline(createReadStream(at("chrome-aws-lambda/bin/chromium.br")), createBrotliDecompress(), createWriteStream(half))
await chmod(half, 0o755)
await rename(half, at("chromium"))
