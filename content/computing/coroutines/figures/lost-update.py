"""Two coroutines add one to a counter with an await between reading and writing, without
and with a lock; asyncio is run and what happened is drawn in the order it happened.
Writes lost-update.zh.svg and lost-update.en.svg beside this file."""
import asyncio
from pathlib import Path


def record(with_lock):
    """Returns [(who, what, value of count afterwards)] in order."""
    log, count = [], 0

    async def add(who, lock):
        nonlocal count
        if lock:
            if lock.locked():
                log.append((who, "blocked", count))
            await lock.acquire()
        seen = count
        log.append((who, f"read {seen}", count))
        log.append((who, "await", count))
        await asyncio.sleep(0)
        count = seen + 1
        log.append((who, f"write {count}", count))
        if lock:
            lock.release()

    async def main():
        lock = asyncio.Lock() if with_lock else None
        await asyncio.gather(add(0, lock), add(1, lock))

    asyncio.run(main())
    return log


LOGS = [record(False), record(True)]
WORDS = {
    "zh": dict(title="跨await的更新丢失",
               desc="自上而下是时间。不加锁：甲读到0，让出；乙也读到0，让出；甲写1，乙写1，"
                    "两次加一只得1。加锁：乙等到甲写完1才读，最后是2。",
               who=("协程甲", "协程乙"), heads=("不加锁：两次加一，得到{}", "加锁：两次加一，得到{}"),
               read="读到{}", write="写回{}", wait="await，让出", blocked="等锁"),
    "en": dict(title="An update lost across an await",
               desc="Time runs downwards. Without a lock: A reads 0 and yields, B reads 0 "
                    "and yields, A writes 1, B writes 1; two increments give 1. With a "
                    "lock B reads only after A has written 1, and the result is 2.",
               who=("Coroutine A", "Coroutine B"),
               heads=("No lock: two increments give {}",
                      "With a lock: two increments give {}"),
               read="reads {}", write="writes {}", wait="await, yields",
               blocked="waits for the lock"),
}
W, ROW = 480, 40
COL, MID = (20, 296), 240


def text(x, y, s, size, fill="var(--ink)", anchor="middle", weight=400):
    return (f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def draw(lang):
    w = WORDS[lang]
    o, y = [], 0
    for k, log in enumerate(LOGS):
        end = log[-1][2]
        o.append(text(16, y + 28, w["heads"][k].format(end), 17, anchor="start",
                      weight=600))
        y += 58
        for c in (0, 1):
            o.append(text(COL[c] + 82, y, w["who"][c], 16, "var(--ink-soft)"))
        o.append(text(MID, y, "count", 15, "var(--ink-soft)"))
        y += 10
        o.append(f'<path d="M{MID} {y}V{y + ROW * len(log)}" '
                 'stroke="var(--line)" stroke-width="34"/>')
        for who, what, value in log:
            verb, _, number = what.partition(" ")
            label = {"await": w["wait"], "blocked": w["blocked"]}.get(verb) or (
                w[verb].format(number))
            wrong = k == 0 and verb == "write" and who == 1
            ink = ("ink-faint" if verb in ("await", "blocked") else
                   "cinnabar" if wrong else "cobalt" if verb == "read" else "jade")
            quiet = verb in ("await", "blocked")
            fill = "none" if quiet else f"var(--{ink}-wash)"
            dash = ' stroke-dasharray="4 4"' if quiet else ""
            o.append(f'<rect x="{COL[who]}" y="{y + 4}" width="164" height="32" rx="8" '
                     f'fill="{fill}" stroke="var(--{ink})" stroke-width="1.5"{dash}/>')
            o.append(text(COL[who] + 82, y + 26, label, 16,
                          "var(--ink-soft)" if quiet else f"var(--{ink})"))
            o.append(text(MID, y + 26, value, 16, weight=600 if verb == "write" else 400))
            y += ROW
        y += 22
    head = (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {y}" '
            f'role="img">\n<title>{w["title"]}</title>\n<desc>{w["desc"]}</desc>\n'
            '<g font-family="var(--font-text)">')
    return "\n".join([head] + o + ["</g></svg>"]) + "\n"


if __name__ == "__main__":
    print(LOGS)
    for lang in WORDS:
        (Path(__file__).parent / f"lost-update.{lang}.svg").write_text(
            draw(lang), "utf-8")
