package cn.doublerandom.draw.view;

import cn.doublerandom.draw.drawing.Deviation.Kind;
import java.util.List;

/** What an entry says of a departure, before it has its place and day. */
record Said(Kind kind, String concerns, String what, String reason, List<String> by) {
  Said about(String draw) {
    return new Said(kind, draw, what, reason, by);
  }

  /** Noted by the clock, or in no words. */
  static Said noted(Kind kind, String concerns, String what) {
    return new Said(kind, concerns, what, "", List.of());
  }
}
