package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.InspectionRejection.QUESTION_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.REPLY_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.REPLY_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.REPLY_UNREASONED;
import static cn.doublerandom.inspection.InspectionRejection.RESULT_AGAINST_REPLY;
import static cn.doublerandom.inspection.ReplyRejection.REPLY_NOT_DAY;
import static cn.doublerandom.inspection.ReplyRejection.REPLY_NOT_NUMBER;
import static cn.doublerandom.inspection.ReplyRejection.REPLY_NOT_OFFERED;
import static cn.doublerandom.inspection.ReplyRejection.REPLY_NOT_PHOTO;
import static cn.doublerandom.inspection.ReplyRejection.REPLY_NOT_WORDS;
import static cn.doublerandom.inspection.ReplyRejection.REPLY_NOT_YES_OR_NO;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.inspection.ReplyRejection;
import cn.doublerandom.inspection.register.Question;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * 逐项检查 (R51, R59): every question of the checklist a visit keeps is answered, none for anybody; a
 * question that does not apply says why. A visit without a checklist is answered by its codes
 * alone.
 */
final class Replies {
  /** Where nobody is met or nothing is done, nothing can be asked: 6, 7, 8, 9 to 12 and F. */
  private static final List<String> NOTHING_TO_ASK =
      List.of("6", "7", "8", "9", "10", "11", "12", "F");

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");

  private Replies() {}

  /** Why the replies of an answer cannot be taken, one by one; none where they can. */
  static Stream<Decision<VisitEvent>> refusals(Answer answer, Assignment.Item item) {
    List<Question> asked = item.asked();
    Stream<Decision<VisitEvent>> unfit =
        Stream.concat(
            unknown(answer, asked).stream(),
            asked.stream().flatMap(question -> unfit(question, answer).stream()));
    return Stream.concat(
        unfit,
        mayAsk(answer) || answer.codes().isEmpty() ? missing(answer, asked) : Stream.empty());
  }

  /** Whether an answer is of a visit on which something could be asked. */
  static boolean mayAsk(Answer answer) {
    return !NOTHING_TO_ASK.containsAll(answer.codes());
  }

  private static Optional<Decision<VisitEvent>> unknown(Answer answer, List<Question> asked) {
    List<String> ids = answer.replied().stream().map(Reply::question).toList();
    return ids.stream()
        .filter(id ->
            asked.stream().noneMatch(question -> question.id().equals(id))
                || ids.indexOf(id) != ids.lastIndexOf(id))
        .findFirst()
        .map(id -> refused(QUESTION_UNKNOWN, id));
  }

  private static Stream<Decision<VisitEvent>> missing(Answer answer, List<Question> asked) {
    return asked.stream()
        .filter(question -> question.kind() != Question.Kind.PHOTO)
        .filter(question -> answer.reply(question.id()).isEmpty())
        .map(question -> refused(REPLY_MISSING, question.id()));
  }

  private static Optional<Decision<VisitEvent>> unfit(Question question, Answer answer) {
    Reply reply = answer.reply(question.id()).orElse(null);
    if (reply == null) {
      return Optional.empty();
    } else if (reply.notApplicable() != null) {
      return doesNotApply(question, reply, reply.notApplicable());
    }
    String value = reply.value() == null ? "" : reply.value();
    if (!isFit(question, value)) {
      return Optional.of(refused(wanted(question.kind()), question.id()));
    }
    return question.kind() == Question.Kind.NUMBER
            && isBeyond(question, new BigDecimal(value))
            && answer.codes().contains(ResultCode.NO_PROBLEM.code())
        ? Optional.of(refused(RESULT_AGAINST_REPLY, question.id()))
        : Optional.empty();
  }

  private static Optional<Decision<VisitEvent>> doesNotApply(
      Question question, Reply reply, String reason) {
    if (!question.mayNotApply() || reply.value() != null) {
      return Optional.of(refused(REPLY_UNFIT, question.id()));
    }
    return ReasonText.isInWords(reason)
        ? Optional.empty()
        : Optional.of(refused(REPLY_UNREASONED, question.id(), "notApplicable"));
  }

  private static boolean isFit(Question question, String value) {
    return switch (question.kind()) {
      case YES_NO, YES_NO_NOT_APPLICABLE -> value.equals(Reply.YES) || value.equals(Reply.NO);
      case CHOICE -> question.options() != null && question.options().contains(value);
      case NUMBER -> DECIMAL.matcher(value).matches();
      case DATE -> isDay(value);
      case TEXT -> !value.isBlank();
      case PHOTO -> false;
    };
  }

  /** What is wanted instead, by the kind of the question. */
  private static ReplyRejection wanted(Question.Kind kind) {
    return switch (kind) {
      case YES_NO, YES_NO_NOT_APPLICABLE -> REPLY_NOT_YES_OR_NO;
      case CHOICE -> REPLY_NOT_OFFERED;
      case NUMBER -> REPLY_NOT_NUMBER;
      case DATE -> REPLY_NOT_DAY;
      case TEXT -> REPLY_NOT_WORDS;
      case PHOTO -> REPLY_NOT_PHOTO;
    };
  }

  private static boolean isDay(String value) {
    try {
      return LocalDate.parse(value).toString().equals(value);
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Whether a number is outside of what the law allows: that is a finding. */
  static boolean isBeyond(Question question, BigDecimal value) {
    return (question.least() != null && value.compareTo(new BigDecimal(question.least())) < 0)
        || (question.most() != null && value.compareTo(new BigDecimal(question.most())) > 0);
  }

  private static Decision<VisitEvent> refused(Rejection why, String question) {
    return refused(why, question, "value");
  }

  private static Decision<VisitEvent> refused(Rejection why, String question, String member) {
    return reject(
        why, Map.of("field", "replies.%s.%s".formatted(question, member), "question", question));
  }
}
