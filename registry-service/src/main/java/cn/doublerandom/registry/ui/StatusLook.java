package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.subject.SubjectStatus;
import io.quarkus.qute.TemplateExtension;

/** How a status looks; its word stands with it always. */
@TemplateExtension
public final class StatusLook {
  private StatusLook() {}

  static String look(SubjectStatus status) {
    return switch (status) {
      case ACTIVE -> "ok";
      case SUSPENDED, UNCONFIRMED -> "warn";
      case CANCELLED, MOVED_OUT, REVOKED, ANNULLED -> "bad";
    };
  }
}
