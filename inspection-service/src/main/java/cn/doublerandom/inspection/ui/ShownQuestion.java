package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.register.Question;
import cn.doublerandom.inspection.visit.Reply;
import cn.doublerandom.pagekit.Choice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of a checklist as a page asks it.
 *
 * @param place of it, counted from 1
 * @param reply that stands; absent as long as there is none
 */
public record ShownQuestion(int place, Question question, @Nullable Reply reply) {
  /** What is sent where a question is said not to apply. */
  static final String NOT_APPLICABLE = "NA";

  private static final String REPLIES = "replies.";

  static String before(Question question) {
    return REPLIES + question.id() + ".";
  }

  /** Name of the field that answers it. */
  public String field() {
    return before(question) + "value";
  }

  /** Name of the field that says why it does not apply. */
  public String whyNot() {
    return before(question) + "notApplicable";
  }

  public String label() {
    return place + ". " + question.text();
  }

  public Question.Kind kind() {
    return question.kind();
  }

  /** What is chosen from; nothing where it is typed. */
  public List<Choice> options(CheckWords words) {
    List<Choice> choices = new ArrayList<>();
    switch (question.kind()) {
      case YES_NO, YES_NO_NOT_APPLICABLE -> {
        choices.add(new Choice(Reply.YES, words.yes()));
        choices.add(new Choice(Reply.NO, words.no()));
      }
      case CHOICE -> options().forEach(option -> choices.add(new Choice(option, option)));
      case NUMBER, TEXT, DATE, PHOTO -> {
        return List.of();
      }
    }
    if (question.mayNotApply()) {
      choices.add(new Choice(NOT_APPLICABLE, words.notApplicable()));
    }
    return List.copyOf(choices);
  }

  private List<String> options() {
    return question.options() == null ? List.of() : question.options();
  }

  /** Unit and limits of a number in words; empty where it has none. */
  public String limits(CheckWords words) {
    return words.limits(
        known(question.measuredIn()), known(question.least()), known(question.most()));
  }

  private static String known(@Nullable String text) {
    return text == null ? "" : text;
  }
}
