"""Blocks of an edge vision SoC around the shared DDR, top to bottom."""
from pathlib import Path

W, H = 480, 620
BX, BW = 12, 262                      # the column of blocks
DX, DW = 392, 76                      # the DDR bar
ROW, TOP, BOX = 76, 34, 56

# id, kind, (written to DDR, read from DDR)
ROWS = [
    ("sensor", "out", None, None), ("isp", "fixed", "NV12", "RAW"),
    ("two", "fixed", "RGB", "NV12"), ("npu", "npu", "t", "rgbw"),
    ("cpu", "prog", "boxes", "t"), ("enc", "fixed", "bits", "NV12"),
]
EXTRA = [("gpu", "prog"), ("dsp", "prog"), ("sec", "fixed"),
         ("audio", "fixed"), ("io", "out"), ("pmu", "out")]
COLOUR = {"fixed": "jade", "prog": "cobalt", "npu": "amber",
          "out": "ink-soft"}
WASH = {"fixed": "jade-wash", "prog": "cobalt-wash", "npu": "amber-wash",
        "out": "sunken"}
WORDS = {
    "zh": dict(
        title="端侧视觉芯片的模块：各块都通过共享的DDR交接",
        desc="自上而下：传感器经MIPI-CSI进入芯片，ISP写出NV12，2D单元读"
             "NV12写RGB，NPU读RGB和权重写张量，CPU读张量写检测框，编码器读"
             "NV12写码流。右侧竖条是所有模块共享的DDR。下方是GPU、DSP、"
             "安全、音频、接口存储和电源管理。绿色圆点为固定功能，蓝色方点"
             "为可编程，黄色菱形为可配置的NPU。",
        sensor=("传感器 → MIPI-CSI", "芯片之外，送来RAW"),
        isp=("ISP", "去马赛克、3A、HDR、降噪"),
        two=("2D单元", "缩放、裁剪、色彩转换"),
        npu=("NPU", "MAC阵列、SRAM、DMA"),
        cpu=("CPU", "后处理、业务、调度"),
        enc=("OSD + VENC", "叠加画框、H.265编码"),
        gpu="GPU", dsp="DSP", sec="安全 / TEE", audio="音频",
        io="PCIe、网口、存储", pmu="电源管理", t="张量", rgbw="RGB、权重",
        boxes="框", bits="码流", raw="RAW", ddr="DDR", shared="所有模块",
        shared2="共享带宽", fixed="固定功能", prog="可编程",
        npul="可配置", more="此外"),
    "en": dict(
        title="Blocks of an edge vision chip; all hand over through the DDR",
        desc="Top to bottom: a sensor enters by MIPI-CSI, the ISP writes "
             "NV12, the 2D unit reads NV12 and writes RGB, the NPU reads RGB "
             "and weights and writes tensors, the CPU reads tensors and "
             "writes boxes, the encoder reads NV12 and writes a bit stream. "
             "The bar on the right is the DDR shared by all. Below: GPU, "
             "DSP, security, audio, I/O and storage, power management. Green "
             "circles: fixed function; blue squares: programmable; amber "
             "diamond: the configurable NPU.",
        sensor=("sensor → MIPI-CSI", "outside the chip, sends RAW"),
        isp=("ISP", "demosaic, 3A, HDR, denoise"),
        two=("2D unit", "scale, crop, convert colour"),
        npu=("NPU", "MAC array, SRAM, DMA"),
        cpu=("CPU", "post-processing, control"),
        enc=("OSD + VENC", "draw boxes, encode H.265"),
        gpu="GPU", dsp="DSP", sec="security / TEE", audio="audio",
        io="PCIe, LAN, storage", pmu="power", t="tensors",
        rgbw="RGB, weights", boxes="boxes", bits="stream", raw="RAW",
        ddr="DDR", shared="shared", shared2="by all", fixed="fixed function",
        prog="programmable", npul="configurable", more="also on the chip"),
}


def text(x, y, s, size=14, fill="var(--ink)", anchor="middle", weight=400):
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def mark(kind, x, y):
    c = f"var(--{COLOUR[kind]})"
    if kind == "fixed":
        return f'<circle cx="{x}" cy="{y}" r="5.5" fill="{c}"/>'
    if kind == "prog":
        return (f'<rect x="{x - 5}" y="{y - 5}" width="10" height="10" '
                f'fill="{c}"/>')
    if kind == "npu":
        return f'<path d="M{x} {y - 7}l7 7l-7 7l-7 -7z" fill="{c}"/>'
    return ""


def block(x, y, w, h, kind):
    dash = ' stroke-dasharray="5 4"' if kind == "out" else ""
    return (f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="8" '
            f'fill="var(--{WASH[kind]})" stroke="var(--{COLOUR[kind]})" '
            f'stroke-width="1.6"{dash}/>')


def arrow(x1, x2, y):
    return (f'<path d="M{x1} {y}H{x2}" stroke="var(--ink-soft)" '
            f'stroke-width="1.8" marker-end="url(#mod-head)"/>')


def draw(lang):
    w = WORDS[lang]
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
         f'role="img">', f'<title>{w["title"]}</title>',
         f'<desc>{w["desc"]}</desc>',
         '<defs><marker id="mod-head" viewBox="0 0 8 8" refX="7" refY="4" '
         'markerWidth="5" markerHeight="5" orient="auto">'
         '<path d="M0 0L8 4L0 8z" fill="var(--ink-soft)"/></marker></defs>',
         '<g font-family="var(--font-text)">']
    x = BX
    for kind, name in (("fixed", "fixed"), ("prog", "prog"),
                       ("npu", "npul")):
        o.append(mark(kind, x + 6, 15))
        o.append(text(x + 18, 20, w[name], 14, "var(--ink-soft)", "start"))
        x += 146 if lang == "en" else 104
    first = TOP + ROW
    last = TOP + ROW * (len(ROWS) - 1) + BOX
    o.append(f'<rect x="{DX}" y="{first - 8}" width="{DW}" '
             f'height="{last - first + 16}" rx="8" fill="var(--surface)" '
             f'stroke="var(--ink)" stroke-width="2"/>')
    mid = (first + last) / 2
    o.append(text(DX + DW / 2, mid - 14, w["ddr"], 20, weight=700))
    o.append(text(DX + DW / 2, mid + 10, w["shared"], 14, "var(--ink-soft)"))
    o.append(text(DX + DW / 2, mid + 29, w["shared2"], 14,
                  "var(--ink-soft)"))
    for i, (name, kind, wrote, read) in enumerate(ROWS):
        y = TOP + ROW * i
        o.append(block(BX, y, BW, BOX, kind))
        o.append(mark(kind, BX + 18, y + 20))
        tx = BX + (32 if kind != "out" else 14)
        o.append(text(tx, y + 25, w[name][0], 16, "var(--ink)", "start",
                      600))
        o.append(text(tx, y + 45, w[name][1], 14, "var(--ink-soft)",
                      "start"))
        if wrote:
            word = {"t": w["t"], "boxes": w["boxes"],
                    "bits": w["bits"]}.get(wrote, wrote)
            o.append(text((BX + BW + DX) / 2, y + 16, word, 14))
            o.append(arrow(BX + BW + 6, DX - 4, y + 22))
            word = {"t": w["t"], "rgbw": w["rgbw"],
                    "RAW": w["raw"]}.get(read, read)
            o.append(arrow(DX - 6, BX + BW + 4, y + 36))
            o.append(text((BX + BW + DX) / 2, y + 53, word, 14))
    o.append(f'<path d="M{BX + BW / 2} {TOP + BOX + 2}V{TOP + ROW - 3}" '
             f'stroke="var(--ink-soft)" stroke-width="1.8" '
             f'marker-end="url(#mod-head)"/>')
    y = TOP + ROW * len(ROWS) + 12
    o.append(text(BX, y + 6, w["more"], 14, "var(--ink-soft)", "start"))
    y += 16
    cw = (W - 24 - 20) / 3
    for i, (name, kind) in enumerate(EXTRA):
        cx = BX + (i % 3) * (cw + 10)
        cy = y + (i // 3) * 50
        o.append(block(round(cx, 1), cy, round(cw, 1), 40, kind))
        if kind != "out":
            o.append(mark(kind, round(cx + 15, 1), cy + 20))
        o.append(text(cx + cw / 2 + (9 if kind != "out" else 0), cy + 25,
                      w[name], 14))
    o.append('</g></svg>')
    return "\n".join(s for s in o if s) + "\n"


if __name__ == "__main__":
    for lang in WORDS:
        out = Path(__file__).with_name(f"modules.{lang}.svg")
        out.write_text(draw(lang), "utf-8")
