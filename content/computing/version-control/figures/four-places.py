"""The four places of Git and the commands that move content between them.
Writes four-places.zh.svg and four-places.en.svg beside this file."""
from pathlib import Path

W, TOP, H, GAP, X, BW = 480, 44, 66, 74, 28, 324
WORDS = {
    "zh": dict(title="Git的四个地方和往来的命令",
               desc="自上而下：工作区、暂存区、本地仓库、远程仓库。add、commit、push"
                    "向下；restore、restore --staged、fetch向上；switch、merge从"
                    "本地仓库直达工作区。前三处在同一台电脑上。",
               places=[("工作区", "看得见、改得着的文件"),
                       ("暂存区", "下一次提交的内容，又叫index"),
                       ("本地仓库", "提交、分支、origin/main"),
                       ("远程仓库", "服务器、同事的机器或一个目录")],
               local="一台电脑上，不联网", far=["从提交", "写出文件"]),
    "en": dict(title="The four places of Git and the commands between them",
               desc="Top to bottom: working tree, index, local repository, remote "
                    "repository. add, commit and push go down; restore, restore "
                    "--staged and fetch go up; switch and merge go from the local "
                    "repository straight to the working tree. The first three are "
                    "on one computer.",
               places=[("Working tree", "the files you see and edit"),
                       ("Index (staging area)", "what the next commit will hold"),
                       ("Local repository", "commits, branches, origin/main"),
                       ("Remote repository", "a server, a colleague or a folder")],
               local="one computer, no network", far=["files from", "a commit"]),
}
DOWN = ["git add", "git commit", "git push"]
UP = ["git restore", "git restore --staged", "git fetch"]
INK = ["cobalt", "amber", "jade", "ink-soft"]


def text(x, y, s, size, fill="var(--ink)", anchor="start", weight=400, mono=False):
    family = ' font-family="var(--font-code)"' if mono else ""
    return (f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}"{family}>{s}</text>')


def draw(lang):
    w = WORDS[lang]
    bottom = TOP + 4 * H + 3 * GAP
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {bottom + 14}" '
         'role="img">', f'<title>{w["title"]}</title>', f'<desc>{w["desc"]}</desc>',
         '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
         'markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z" '
         'fill="var(--ink-soft)"/></marker></defs>',
         '<g font-family="var(--font-text)">']
    local = 3 * H + 2 * GAP + 46
    o.append(f'<rect x="8" y="{TOP - 32}" width="{W - 16}" height="{local}" rx="12" '
             'fill="none" stroke="var(--line-strong)" stroke-dasharray="6 5"/>')
    o.append(text(W - 22, TOP - 10, w["local"], 15, "var(--ink-soft)", "end"))
    for k, (name, what) in enumerate(w["places"]):
        y = TOP + k * (H + GAP)
        wash = "surface" if k == 3 else INK[k] + "-wash"
        o.append(f'<rect x="{X}" y="{y}" width="{BW}" height="{H}" rx="10" '
                 f'fill="var(--{wash})" stroke="var(--{INK[k]})" stroke-width="2"/>')
        o.append(text(X + 16, y + 28, name, 18, f"var(--{INK[k]})", weight=600))
        o.append(text(X + 16, y + 51, what, 15, "var(--ink-soft)"))
    line = ('<path d="{}" fill="none" stroke="var(--ink-soft)" stroke-width="2" '
            'marker-end="url(#tip)"{}/>')
    for k in range(3):
        a, b = TOP + k * (H + GAP) + H, TOP + (k + 1) * (H + GAP)
        shift = 22 if k == 2 else 0            # clear of the dashed frame
        o.append(line.format(f"M44 {a + 2}V{b - 3}", ""))
        o.append(text(54, a + 33 + shift, DOWN[k], 15, mono=True))
        o.append(line.format(f"M172 {b - 2}V{a + 3}", ' stroke-dasharray="5 4"'))
        o.append(text(182, a + 33 + shift, UP[k], 15, mono=True))
    yl, yw = TOP + 2 * (H + GAP) + H / 2, TOP + H / 2
    o.append(line.format(f"M{X + BW + 1} {yl:g}H376V{yw:g}H{X + BW + 4}",
                         ' stroke-dasharray="5 4"'))
    mid = TOP + H + GAP
    for k, s in enumerate(["switch", "merge"]):
        o.append(text(384, mid + 6 + 22 * k, s, 15, mono=True))
    for k, s in enumerate(w["far"]):
        o.append(text(384, mid + 54 + 20 * k, s, 14, "var(--ink-soft)"))
    o.append("</g></svg>")
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    for lang in WORDS:
        (Path(__file__).parent / f"four-places.{lang}.svg").write_text(
            draw(lang), "utf-8")
