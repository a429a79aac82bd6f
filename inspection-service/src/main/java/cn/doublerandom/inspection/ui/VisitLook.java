package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.visit.ExpertSummary;
import cn.doublerandom.inspection.visit.VisitState;
import io.quarkus.qute.TemplateExtension;

/** How a state looks; its word stands with it always. */
@TemplateExtension
public final class VisitLook {
  private VisitLook() {}

  static String look(VisitState state) {
    return switch (state) {
      case ASSIGNED -> "quiet";
      case IN_PROGRESS, FINISHED, IN_REVIEW -> "warn";
      case RECORDED -> "ok";
      case CANCELLED -> "bad";
    };
  }

  static String look(ExpertSummary.State state) {
    return switch (state) {
      case ASKED -> "warn";
      case BESIDE -> "ok";
      case DECLINED, TAKEN_BACK -> "quiet";
    };
  }
}
