package cn.doublerandom.inspection.ui;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.application.VisitParticulars;
import cn.doublerandom.inspection.register.KnownSubject;
import cn.doublerandom.inspection.register.Question;
import cn.doublerandom.inspection.visit.Amendment;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.ClosingSummary;
import cn.doublerandom.inspection.visit.Ending;
import cn.doublerandom.inspection.visit.Reply;
import cn.doublerandom.inspection.visit.Returned;
import cn.doublerandom.inspection.visit.VisitState;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.pagekit.Choice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A visit as its page shows it.
 *
 * @param account who reads it
 * @param acts whether he is one of the team and acts as an inspector
 */
public record ShownVisit(VisitParticulars.Known known, String account, boolean acts) {
  /** What the reader does next. */
  public enum Next {
    ARRIVE,
    WAIT,
    CHECK,
    FINISH,
    /** He asked that it ends; another agrees. */
    ASKED,
    /** Another asked; he agrees. */
    AGREE,
    SIGN,
    RECORD,
    NOTHING
  }

  /**
   * One item with what was answered so far.
   *
   * @param place of it, counted from 1
   * @param answer absent as long as there is none
   */
  public record ShownItem(
      int place, VisitParticulars.ItemGuidance guidance, @Nullable Answer answer) {
    public String code() {
      return guidance.code();
    }

    public String name() {
      return guidance.name();
    }

    /** Whether each question of its checklist is answered. */
    public boolean asks() {
      return Boolean.TRUE.equals(guidance.asked());
    }

    /** Its questions with what was replied; none where none is answered. */
    public List<ShownQuestion> questions() {
      List<Question> asked = asks() ? guidance.questions() : List.of();
      return IntStream.range(0, asked.size())
          .mapToObj(i -> new ShownQuestion(i + 1, asked.get(i), reply(asked.get(i))))
          .toList();
    }

    /** Before the names of its fields where a page shows several items. */
    public String at() {
      return "i" + place;
    }

    /** Before the names of the fields with which something is taken of it. */
    public String takingAt() {
      return "e" + place;
    }

    /** Ids of the questions that are typed, as a list of JSON. */
    public String questionIds() {
      return CanonicalJson.text(
          questions().stream()
              .filter(one -> one.kind() != Question.Kind.PHOTO)
              .map(one -> one.question().id())
              .toList());
    }

    /** Limits of the questions that ask for a number, by id: least and most, empty where none. */
    public String numbers() {
      return CanonicalJson.text(
          questions().stream()
              .map(ShownQuestion::question)
              .filter(one -> one.kind() == Question.Kind.NUMBER)
              .collect(
                  Collectors.toMap(
                      Question::id,
                      one ->
                          List.of(
                              Objects.requireNonNullElse(one.least(), ""),
                              Objects.requireNonNullElse(one.most(), "")))));
    }

    /** Those of them that a photo answers. */
    public List<Choice> photoQuestions() {
      return questions().stream()
          .filter(one -> one.kind() == Question.Kind.PHOTO)
          .map(one -> new Choice(one.question().id(), one.label()))
          .toList();
    }

    /** Those of them that were replied to. */
    public List<ShownQuestion> replied() {
      return questions().stream().filter(one -> one.reply() != null).toList();
    }

    private @Nullable Reply reply(Question question) {
      return answer == null ? null : answer.reply(question.id()).orElse(null);
    }
  }

  public VisitSummary visit() {
    return known.visit();
  }

  public String id() {
    return known.visit().visitId();
  }

  public VisitState state() {
    return VisitState.valueOf(known.visit().state());
  }

  public @Nullable KnownSubject subject() {
    return known.particulars().subject();
  }

  public String name() {
    KnownSubject subject = subject();
    return subject == null ? known.visit().subjectId() : subject.name();
  }

  public List<VisitParticulars.EarlierResult> earlier() {
    return known.particulars().earlier();
  }

  /** Result codes of an item that hold now; none as long as it is not answered. */
  public List<String> holding(ShownItem item) {
    Amendment since = known.visit().amendment();
    Answer answer = item.answer();
    if (answer == null) {
      return List.of();
    }
    return since == null ? answer.codes() : since.of(answer);
  }

  /** The same where they were corrected in public since; none where they were not. */
  public List<String> since(ShownItem item) {
    Answer answer = item.answer();
    List<String> now = holding(item);
    return answer == null || now.equals(answer.codes()) ? List.of() : now;
  }

  public List<ShownItem> items() {
    List<VisitParticulars.ItemGuidance> all = known.particulars().items();
    return all.stream()
        .map(item -> new ShownItem(all.indexOf(item) + 1, item, answer(item.code()).orElse(null)))
        .toList();
  }

  public Optional<ShownItem> item(String code) {
    return items().stream().filter(item -> item.code().equals(code)).findFirst();
  }

  /** What an item is called; its code where the task has none of it. */
  public String nameOf(String code) {
    return item(code).map(ShownItem::name).orElse(code);
  }

  /** The item beside another, so many places on; none beyond the ends. */
  public @Nullable ShownItem beside(ShownItem item, int on) {
    int place = item.place() - 1 + on;
    return place < 0 || place >= items().size() ? null : items().get(place);
  }

  private Optional<Answer> answer(String item) {
    return visit().answers().stream().filter(a -> a.itemCode().equals(item)).findFirst();
  }

  public int answered() {
    return visit().answers().size();
  }

  private List<String> present() {
    List<String> present = visit().present();
    return present == null ? List.of() : present;
  }

  /** Who of the team has not said yet that he is there. */
  public List<String> missing() {
    return visit().inspectors().stream()
        .filter(one -> !SecondPerson.isAmong(one, present()))
        .toList();
  }

  public String others() {
    return String.join("、", missing());
  }

  /** The first item without an answer; none where all have one. */
  public @Nullable ShownItem open() {
    return items().stream().filter(item -> item.answer() == null).findFirst().orElse(null);
  }

  private boolean runs() {
    return switch (next()) {
      case CHECK, FINISH, ASKED, AGREE -> true;
      case ARRIVE, WAIT, SIGN, RECORD, NOTHING -> false;
    };
  }

  /** Whether items are answered by the reader now. */
  public boolean checking() {
    return runs() || correcting();
  }

  /** Whether the code is shown at the door: from the day the window opens until the end. */
  public boolean showing() {
    return acts && (state() == VisitState.ASSIGNED || state() == VisitState.IN_PROGRESS);
  }

  /** Whether the result came back, so that its items are answered again. */
  public boolean correcting() {
    return acts && state() == VisitState.FINISHED && (returned() != null || isDisputed());
  }

  private boolean isDisputed() {
    ClosingSummary closing = visit().closing();
    return closing != null && closing.dissent() != null;
  }

  private @Nullable Returned returned() {
    ClosingSummary closing = visit().closing();
    return closing == null ? null : closing.returned();
  }

  /** Everybody signs before the result, or another person has agreed that some do not. */
  private Next closing() {
    ClosingSummary closing = visit().closing();
    return closing != null && !closing.recordable() ? Next.SIGN : Next.RECORD;
  }

  /** It ends once one of the team asked and another agrees. */
  private Next ending() {
    Ending asked = visit().ending();
    if (asked == null || !asked.stands()) {
      return Next.FINISH;
    }
    return SecondPerson.isSame(asked.by(), account) ? Next.ASKED : Next.AGREE;
  }

  /** The others of the team. */
  public String colleagues() {
    return visit().inspectors().stream()
        .filter(one -> !SecondPerson.isSame(one, account))
        .collect(Collectors.joining("、"));
  }

  public Next next() {
    if (!acts) {
      return Next.NOTHING;
    }
    boolean here = SecondPerson.isAmong(account, present());
    return switch (state()) {
      case ASSIGNED ->
          visit().inspectors().isEmpty() ? Next.NOTHING : here ? Next.WAIT : Next.ARRIVE;
      case IN_PROGRESS -> !here ? Next.ARRIVE : answered() < items().size() ? Next.CHECK : ending();
      case FINISHED -> closing();
      case IN_REVIEW, RECORDED, CANCELLED -> Next.NOTHING;
    };
  }
}
