package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.application.Hearings;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingEvent;
import cn.doublerandom.inspection.hearing.HearingStep;
import cn.doublerandom.inspection.hearing.HearingSummary;
import cn.doublerandom.inspection.hearing.Opening;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.Happening;
import cn.doublerandom.pagekit.KitWords;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * 听取意见 at the desk, whatever it is about: supervisors see all of it, who leads a unit what is put
 * to his own.
 */
abstract class HearingPages<
    O extends Opening, C, E extends HearingEvent<O, C>, S extends HearingSummary> {
  private static final int LIMIT = 50;
  private static final String CONCLUDING = "conclusion";

  @Inject Desk desk;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  /**
   * What a kind says of one of its hearings.
   *
   * @param said what the words of a unit are called
   * @param end last part of the address where it is concluded
   * @param field of the form in which the conclusion is chosen
   */
  record Told<O, C>(
      String title,
      String state,
      String said,
      String toAnswer,
      String toConclude,
      String end,
      String field,
      List<C> conclusions,
      Function<C, String> named,
      Function<O, String> begun) {}

  /** Those of the kind. */
  abstract Hearings<O, C, E, S> hearings();

  /** Where one is looked at. */
  abstract String place(String id);

  /** In the reader's language. */
  abstract Told<O, C> told(O opening, Hearing.Stage stage);

  /** Its page, with what is put to the units. */
  abstract TemplateInstance page(O opening);

  final boolean supervises() {
    return identity.hasRole(Roles.SUPERVISOR);
  }

  final Hearings.Reader reader() {
    return Hearings.Reader.of(requests.unit(), identity.hasRole(Roles.UNIT_LEAD), supervises());
  }

  final LocalDate today() {
    return BusinessClock.day(requests.now());
  }

  /** One page of the list. */
  final <L> Uni<Rows<L>> rows(Query query, Function<S, L> line) {
    return hearings()
        .page(reader(), Page.keyAfter(query.after()), LIMIT + 1)
        .map(found -> Page.of(found, LIMIT, HearingSummary::id))
        .map(shown ->
            new Rows<>(shown.items().stream().map(line).toList(), query.from(), -1, shown.next()));
  }

  final PageAddress seen(String id, long version) {
    return Desk.seen(place(id), hearings().stream(id), version);
  }

  /** One of them. */
  final Uni<RestResponse<String>> shown(String id) {
    return desk.show(page(id, "", desk.forms().blank()));
  }

  /**
   * A unit answers by a form.
   *
   * @param reply body of the operation that does the same for programs
   */
  final <R> Uni<RestResponse<String>> answer(
      String id, byte[] body, Class<R> reply, Function<R, String> text) {
    return act(
        id,
        "answer",
        body,
        form -> {
          R said = form.as(reply);
          return hearings().answer(id, text.apply(said), reader(), form.context(said));
        });
  }

  /** Another person concludes by a form; likewise. */
  final <R> Uni<RestResponse<String>> conclude(
      String id, byte[] body, Class<R> end, Function<R, C> conclusion, Function<R, String> reason) {
    return act(
        id,
        CONCLUDING,
        body,
        form -> {
          R said = form.as(end);
          return hearings()
              .conclude(
                  id,
                  conclusion.apply(said),
                  reason.apply(said),
                  requests.unit(),
                  form.context(said));
        });
  }

  private Uni<RestResponse<String>> act(
      String id, String sent, byte[] body, Function<Form, Uni<Handled<E, Hearing<O, C>>>> does) {
    return desk.act(body, does, done -> seen(id, done.version()), form -> page(id, sent, form));
  }

  private Uni<TemplateInstance> page(String id, String sent, FilledForm form) {
    return hearings()
        .known(id, reader())
        .flatMap(loaded ->
            hearings()
                .story(id)
                .map(story -> page(id, loaded.state(), story, sent, form, loaded.version())));
  }

  private TemplateInstance page(
      String id,
      Hearing<O, C> hearing,
      List<Hearings.Happened<E>> story,
      String sent,
      FilledForm form,
      long version) {
    O opening = hearing.opened().orElseThrow();
    Hearing.Stage stage = hearing.stage();
    Told<O, C> told = told(opening, stage);
    FilledForm blank = desk.forms().blank(version);
    boolean mayEnd = stage != Hearing.Stage.OVER && supervises();
    boolean isOwn =
        mayEnd
            && (SecondPerson.isSame(requests.actor(), opening.by())
                || Hearing.own(opening.units(), requests.unit()).isPresent());
    boolean isUnheard = stage == Hearing.Stage.ASKED && !today().isAfter(opening.answerBy());
    return page(opening)
        .data("told", told)
        .data("title", told.title())
        .data("look", stage == Hearing.Stage.OVER ? "quiet" : "warn")
        .data("opening", opening)
        .data("answers", hearing.heard())
        .data("over", hearing.ended().orElse(null))
        .data(
            "concluded", hearing.ended().map(Hearing.Over::conclusion).map(told.named()).orElse(""))
        .data("isOwn", isOwn)
        .data("isUnheard", mayEnd && !isOwn && isUnheard)
        .data("unheard", String.join(desk.words(KitWords.class).comma(), hearing.unheard()))
        .data(
            "mayAnswer",
            stage == Hearing.Stage.ASKED
                && identity.hasRole(Roles.UNIT_LEAD)
                && Hearing.own(hearing.unheard(), requests.unit()).isPresent())
        .data("mayConclude", mayEnd && !isOwn && !isUnheard)
        .data(
            "conclusions",
            told.conclusions().stream()
                .map(one -> new Choice(one.toString(), told.named().apply(one)))
                .toList())
        .data("id", id)
        .data("place", place(id))
        .data("answering", "answer".equals(sent) ? form : blank)
        .data("concluding", CONCLUDING.equals(sent) ? form : blank)
        .data(
            "entries",
            story.stream()
                .filter(one -> isShown(one.event(), opening))
                .map(one -> line(one, told))
                .toList());
  }

  /** What another unit said is shown to who is shown that it was asked. */
  private boolean isShown(E event, O opening) {
    return !(event.step() instanceof HearingStep.Answered<O, C> answered)
        || answered.unit().isEmpty()
        || opening.units().contains(answered.unit());
  }

  private Happening line(Hearings.Happened<E> happened, Told<O, C> told) {
    HearingWords words = desk.words(HearingWords.class);
    String day = happened.day().toString();
    String recorded = happened.recorded().toString();
    return switch (happened.event().step()) {
      case HearingStep.Opened<O, C>(var opening) ->
          Happening.of(told.begun().apply(opening), opening.by(), day, recorded, "");
      case HearingStep.Answered<O, C>(var unit, var answer, var by) ->
          Happening.of(
              words.answeredFact(unit.isEmpty() ? words.unit() : unit, told.said(), answer),
              by,
              day,
              recorded,
              "");
      case HearingStep.Concluded<O, C>(var conclusion, var reason, var by) ->
          Happening.of(
              words.concludedFact(told.named().apply(conclusion)), by, day, recorded, reason);
    };
  }
}
