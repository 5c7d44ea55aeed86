"""Things held in a hand. Origin where the hand holds them."""

from geometry import ellipse, path, round_rect, smooth, stroke



def broom(top):
    """The grass broom, its stick up to `top`: in a hand it ends below the chin."""
    return (stroke(f"M0 {top}L0 110", "#B98A4E", 11) + stroke(f"M3 {top + 4}L3 106", "#96693A", 3)
            + path(smooth([(-12, 96, "c"), (12, 96, "c"), (34, 190), (44, 232, "c"), (0, 240), (-44, 232, "c"), (-34, 190)]), "#D9B26A")
            + stroke("M-20 224L-6 120M0 228L0 120M20 224L6 120", "#B98A4E", 4) + path(round_rect(-18, 96, 36, 20, 7), "#C4573A"))


BROOM = broom(-114)
CUP = (stroke("M20 -8q20 0 17 16q-3 12 -19 10", "#E9DCC3", 7) + path("M-23 -20L23 -20L18 22Q0 28 -18 22Z", "#FBF8F2")
       + path("M8 -20L23 -20L18 22Q12 26 4 25Z", "#E0D3BC") + path(ellipse((0, -20), 23, 6), "#9C5B2E"))
PENCIL = stroke("M-14 -26L12 26", "#E3A32B", 8) + stroke("M12 26L16 34", "#3C4250", 6)
PAPER = path("M-42 -56L38 -60L44 54L-38 58Z", "#FFFDF7") + stroke("M-26 -34L22 -36M-25 -14L24 -16M-23 6L10 5", "#C9BFAE", 5)
BOOK = (path("M-66 -40Q-34 -52 0 -36Q34 -52 66 -40L66 40Q34 28 0 42Q-34 28 -66 40Z", "#2F6F9F")
        + path("M-60 -44Q-32 -54 0 -38L0 34Q-32 20 -60 34Z", "#FFFDF7") + path("M60 -44Q32 -54 0 -38L0 34Q32 20 60 34Z", "#F2E9D8")
        + path(ellipse((-32, -18), 13), "#E3A32B") + stroke("M-46 10L-16 6M18 -22L46 -26M18 -6L46 -10M18 10L40 7", "#C9BFAE", 5))
BOOK_BACK = (path("M-66 -42Q-34 -54 0 -38Q34 -54 66 -42L66 40Q34 28 0 42Q-34 28 -66 40Z", "#2F6F9F")
             + path("M0 -38Q34 -54 66 -42L66 40Q34 28 0 42Z", "#265A82") + path(ellipse((-32, -4), 13), "#F3C969"))
MIRROR = (stroke("M0 6L0 66", "#C4573A", 14) + path(ellipse((0, -44), 50, 58), "#C4573A") + path(ellipse((0, -44), 40, 48), "#D9EEF2")
          + stroke("M-18 -64Q-14 -78 2 -82", "#FFFFFF", 7, opacity="0.9"))
DOLL = (path(smooth([(-18, 0), (18, 0), (30, 52, "c"), (0, 58), (-30, 52, "c")]), "#D46A8C") + stroke("M-16 10L-34 30M16 10L34 30M-10 54L-12 74M10 54L12 74", "#E8BE93", 10)
        + path(ellipse((0, -24), 28), "#E8BE93") + path(smooth([(-29, -18, "c"), (-30, -44), (0, -56), (30, -44), (29, -18, "c"), (14, -36), (-14, -36)]), "#7A4B32")
        + path(ellipse((-10, -22), 3.4) + ellipse((10, -22), 3.4), "#2B1B1A") + stroke("M-7 -10Q0 -5 7 -10", "#7E2B2E", 3))
SPOON = stroke("M-4 0L34 -10", "#AEB6BD", 7) + path(ellipse((46, -13), 15, 9), "#C5CCD2")
CLOTH = path(smooth([(-40, -14), (0, -24), (40, -14), (50, 10), (30, 34), (6, 22), (-22, 36), (-48, 14)]), "#7FB7D9") + stroke("M-24 20Q-14 0 -20 -12M14 18Q12 0 20 -12", "#5F97BB", 4)
PLATE = path(ellipse((0, 0), 46, 15), "#FBF8F2") + path(ellipse((0, -2), 32, 9), "#E6DAC4") + path(smooth([(-26, -3), (-14, -22), (8, -24), (24, -4)]), "#FFFDF7") + path(ellipse((16, -8), 10, 7), "#5B9A4B") + path(ellipse((-10, -5), 10, 6), "#C08552")
BASIN = path("M-92 -18L92 -18L72 48Q0 60 -72 48Z", "#C4573A") + path("M40 -18L92 -18L72 48Q50 53 26 54Z", "#A04330") + path(ellipse((0, -18), 92, 20), "#E9806E") + path(smooth([(-74, -20), (-50, -54), (-14, -40), (16, -62), (52, -44), (72, -20), (0, -8)]), "#F6EAD2") + path(smooth([(0, -20), (20, -60), (52, -44), (72, -20)]), "#7FB7D9")
FLAG_HEART = path(smooth([(0, 44, "c"), (-44, 2), (-30, -34), (0, -18, "c"), (30, -34), (44, 2)]), "#D8525B")
