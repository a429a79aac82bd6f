package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.DrawDesk;

/** How far a draw has come, as a page shows it; its word stands with its look always. */
public enum DrawPhase {
  FROZEN("warn"),
  COMMITTED("warn"),
  SEALED("sealed"),
  EXECUTED("ok"),
  VOIDED("bad");

  private final String look;

  DrawPhase(String look) {
    this.look = look;
  }

  /** The name of its class in the stylesheet. */
  public String look() {
    return look;
  }

  static DrawPhase of(DrawDirectory.Entry entry) {
    return valueOf(entry.phase());
  }

  /** As the stream says it, which is never behind. */
  static DrawPhase of(DrawDesk.Seen seen) {
    if (seen.isVoid()) {
      return VOIDED;
    }
    return seen.draws().isAbout(seen.drawId()) ? of(seen.draws()) : EXECUTED;
  }

  private static DrawPhase of(TaskDraws draws) {
    return switch (draws) {
      case TaskDraws.Undrawn undrawn -> VOIDED;
      case TaskDraws.Frozen frozen -> FROZEN;
      case TaskDraws.Committed committed -> COMMITTED;
      case TaskDraws.Sealed sealed -> SEALED;
      case TaskDraws.Executed executed -> EXECUTED;
    };
  }
}
