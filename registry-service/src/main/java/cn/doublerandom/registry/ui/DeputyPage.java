package cn.doublerandom.registry.ui;

import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.Happening;
import cn.doublerandom.registry.application.Deputies;
import cn.doublerandom.registry.application.SeenAccounts;
import cn.doublerandom.registry.deputy.Deputy;
import cn.doublerandom.registry.deputy.DeputyEvent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.DeskMenu;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** One deputy of one principal with what holds, what waits, and what happened. */
@RequestScoped
class DeputyPage {
  /** In the order of the menu. */
  static final List<String> LENT =
      List.of(
          Roles.COORDINATOR,
          Roles.REGISTRAR,
          Roles.APPROVER,
          Roles.UNIT_LEAD,
          Roles.LEGAL_REVIEWER,
          Roles.PUBLISHER);

  @Inject
  @Location("registry/deputy.html")
  Template page;

  @Inject Desk desk;
  @Inject Deputies deputies;
  @Inject SeenAccounts accounts;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  /**
   * What holds or waits, in words.
   *
   * @param approvedBy empty while it waits
   */
  @TemplateData
  public record Terms(
      String unit,
      String roles,
      LocalDate from,
      LocalDate until,
      String reason,
      String by,
      String approvedBy) {}

  /** Roles that may be lent, to choose from. */
  List<Choice> roles() {
    return LENT.stream().map(role -> new Choice(role, words(List.of(role)))).toList();
  }

  /** Roles in the reader's words. */
  String words(Collection<String> roles) {
    return String.join(
        desk.readsEnglish() ? ", " : "、", DeskMenu.MENU.words(roles, desk.readsEnglish()));
  }

  LocalDate today() {
    return BusinessClock.day(requests.now());
  }

  /**
   * The page.
   *
   * @param sent the form that was refused, by its address; empty where none was
   */
  Uni<TemplateInstance> of(String deputy, String principal, String sent, FilledForm form) {
    return Uni.combine()
        .all()
        .unis(
            deputies.known(deputy, principal),
            deputies.story(deputy, principal),
            accounts.unseen(List.of(deputy, principal)))
        .usingConcurrencyOf(1)
        .with((loaded, happened, unseen) ->
            page(deputy, principal, loaded.state(), loaded.version(), happened, sent, form)
                .data("unseen", unseen));
  }

  private TemplateInstance page(
      String deputy,
      String principal,
      Deputy state,
      long version,
      List<Deputies.Happened> happened,
      String sent,
      FilledForm form) {
    Deputy.Held held = state.held().orElse(null);
    Deputy.Asked asked = state.asked().orElse(null);
    FilledForm blank = desk.forms().blank(version);
    boolean isOver = held == null || held.ended() != null || held.entry().until().isBefore(today());
    return page.data("deputy", deputy)
        .data("principal", principal)
        .data(
            "standing",
            DeputyStanding.of(
                held == null ? null : held.entry(),
                held != null && held.ended() != null,
                asked != null,
                today()))
        .data("held", held == null ? null : terms(held))
        .data("ended", held == null || held.ended() == null ? "" : held.ended())
        .data("waiting", asked == null ? null : terms(asked))
        .data("mayApprove", asked != null && identity.hasRole(Roles.APPROVER) && !isOwn(asked))
        .data("isOwn", asked != null && identity.hasRole(Roles.APPROVER) && isOwn(asked))
        .data("mayTakeBack", asked != null && SecondPerson.isSame(requests.actor(), asked.by()))
        .data(
            "mayDecline",
            asked != null
                && (identity.hasRole(Roles.APPROVER)
                    || identity.hasRole(Roles.COORDINATOR)
                    || identity.hasRole(Roles.REGISTRAR)))
        .data(
            "mayEnd",
            held != null && !isOver && SecondPerson.isAmong(requests.actor(), held.people()))
        .data("approving", "approval".equals(sent) ? form : blank)
        .data("declining", "decline".equals(sent) ? form : blank)
        .data("ending", "ending".equals(sent) ? form : blank)
        .data("entries", happened.stream().map(this::line).toList());
  }

  private boolean isOwn(Deputy.Asked asked) {
    return SecondPerson.isAmong(requests.actor(), List.of(asked.by(), asked.entry().deputy()));
  }

  private Terms terms(Deputy.Held held) {
    Deputyship entry = held.entry();
    return new Terms(
        entry.unit(),
        words(entry.roles()),
        entry.from(),
        entry.until(),
        held.reason(),
        held.proposedBy(),
        held.approvedBy());
  }

  private Terms terms(Deputy.Asked asked) {
    Deputyship entry = asked.entry();
    return new Terms(
        entry.unit(),
        words(entry.roles()),
        entry.from(),
        entry.until(),
        asked.reason(),
        asked.by(),
        "");
  }

  private Happening line(Deputies.Happened happened) {
    DeputyWords words = desk.words(DeputyWords.class);
    String day = happened.day().toString();
    String recorded = happened.recorded().toString();
    return switch (happened.event()) {
      case DeputyEvent.DeputyProposed(var entry, var reason, var by) ->
          Happening.of(
              words.proposedFact(entry.from(), entry.until(), words(entry.roles())),
              by,
              day,
              recorded,
              reason);
      case DeputyEvent.DeputyApproved(var entry, var reason, var proposedBy, var approvedBy) ->
          Happening.of(
              words.approvedFact(entry.from(), entry.until(), words(entry.roles())),
              approvedBy,
              day,
              recorded,
              "");
      case DeputyEvent.DeputyDeclined(var by, var reason) ->
          Happening.of(words.declinedFact(), by, day, recorded, reason);
      case DeputyEvent.DeputyEnded(var by, var reason, var on) ->
          Happening.of(words.endedFact(), by, day, recorded, reason);
    };
  }
}
