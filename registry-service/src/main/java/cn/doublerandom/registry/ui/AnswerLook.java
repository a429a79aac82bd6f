package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.item.Checklist;
import io.quarkus.qute.TemplateExtension;

/** What an answer to a question has beside its kind: options, or unit and limits. */
@TemplateExtension
public final class AnswerLook {
  private AnswerLook() {}

  static String typed(Checklist.Question question) {
    return TypedAnswer.more(question);
  }
}
