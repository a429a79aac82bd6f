package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.DrawPreview;
import cn.doublerandom.draw.drawing.ExactCount;
import cn.doublerandom.draw.drawing.Officer;
import cn.doublerandom.draw.drawing.application.Draws;
import cn.doublerandom.draw.drawing.application.HandExclusions;
import cn.doublerandom.draw.drawing.rest.DrawRequests;
import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.KitWords;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.job.Jobs;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The terms of the next round of a task. What is tried stands in the address, so that it can be
 * sent to a colleague; what is frozen is what was tried.
 */
@RequestScoped
public class TermsPage {
  private static final int LEAST_MEMBERS = 2;
  private static final int MOST_MEMBERS = 16;

  @Inject
  @Location("draw/terms.html")
  Template page;

  @Inject Desk desk;
  @Inject Draws draws;
  @Inject TermsBeside beside;
  @Inject HandExclusions exclusions;
  @Inject Register register;
  @Inject LongWork work;
  @Inject Typed typed;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  /** What became of a trial: what a freeze would find, or why none was made. */
  private record Tried(FilledForm terms, @Nullable DrawPreview preview, boolean isUnderWay) {}

  Uni<TemplateInstance> of(String task, PageForms.Sent sent) {
    return Uni.combine()
        .all()
        .unis(
            tried(task, sent), listed(task), Uni.createFrom().completionStage(register::inspectors))
        .usingConcurrencyOf(1)
        .with((tried, listed, inspectors) -> page(task, tried, listed, inspectors, sent))
        .flatMap(page -> beside.on(page, task));
  }

  /** Who is left out by hand; empty while a round is under way, for it is closed then. */
  private Uni<Optional<CommandHandler.Loaded<ExclusionList>>> listed(String task) {
    return exclusions
        .all(task)
        .map(Optional::of)
        .onFailure(ProblemException.class)
        .recoverWithItem(Optional.empty());
  }

  private Uni<Tried> tried(String task, PageForms.Sent sent) {
    if (sent.form().equals("terms")) {
      return Uni.createFrom().item(new Tried(sent.filled(), null, false));
    }
    FilledForm asked = FilledForm.asked(desk.here().query());
    boolean mayTry = identity.hasRole(Roles.COORDINATOR) || identity.hasRole(Roles.APPROVER);
    if (!mayTry || asked.value("cap").isEmpty()) {
      return Uni.createFrom().item(new Tried(asked, null, false));
    }
    return Uni.createFrom()
        .deferred(() -> {
          DrawRequests.Freeze freeze = freeze(asked::value);
          var by = new Officer(requests.actor(), requests.unit());
          return work.<DrawPreview>trial(
              new LongWork.Asked("PREVIEW", task, task + freeze),
              by.account(),
              job -> draws.preview(task, freeze.wishes(), by, job));
        })
        .map(outcome ->
            switch (outcome) {
              case Jobs.Outcome.Done<DrawPreview>(var preview) -> new Tried(asked, preview, false);
              case Jobs.Outcome.UnderWay<DrawPreview> under -> new Tried(asked, null, true);
            })
        .onFailure(ProblemException.class)
        .recoverWithItem(why -> new Tried(asked.refused(faults(why), false), null, false));
  }

  private List<FilledForm.Fault> faults(Throwable refused) {
    var why = (ProblemException) refused;
    List<FilledForm.Fault> beside =
        why.errors().stream()
            .map(error -> new FilledForm.Fault(error.field(), error.text()))
            .toList();
    return beside.isEmpty()
        ? List.of(
            new FilledForm.Fault(
                "", desk.readsEnglish() ? why.rejection().english() : why.rejection().text()))
        : beside;
  }

  /** How many members a team has, as the address says. */
  static int members(PageAddress here) {
    String said = here.value("members");
    int members = said.matches("[0-9]{1,2}") ? Integer.parseInt(said) : LEAST_MEMBERS;
    return Math.clamp(members, LEAST_MEMBERS, MOST_MEMBERS);
  }

  /**
   * What is asked for: the seats stand in fields of their own, with one tag or two each.
   *
   * @param typedIn a field as it was typed
   */
  DrawRequests.Freeze freeze(UnaryOperator<String> typedIn) {
    List<List<String>> slots = new ArrayList<>();
    for (int seat = 1; seat <= members(desk.here()); seat++) {
      List<String> tags = new ArrayList<>();
      Optional.ofNullable(Typed.text(typedIn, "seat" + seat)).ifPresent(tags::add);
      Optional.ofNullable(Typed.text(typedIn, "also" + seat))
          .filter(tag -> !tags.contains(tag))
          .ifPresent(tags::add);
      slots.add(List.copyOf(tags));
    }
    return typed.valid(
        new DrawRequests.Freeze(
            List.copyOf(slots),
            required(typedIn, "alternates"),
            required(typedIn, "cap"),
            Typed.number(typedIn, "annualCap"),
            Typed.number(typedIn, "minimumIntervalDays"),
            Typed.text(typedIn, "floor"),
            null));
  }

  private static int required(UnaryOperator<String> typedIn, String field) {
    Integer number = Typed.number(typedIn, field);
    if (number == null) {
      throw Typed.fault(field, "expected-integer", "应为整数。");
    }
    return number;
  }

  private TemplateInstance page(
      String task,
      Tried tried,
      Optional<CommandHandler.Loaded<ExclusionList>> listed,
      List<KnownInspector> inspectors,
      PageForms.Sent sent) {
    DrawingWords words = desk.words(DrawingWords.class);
    int members = members(desk.here());
    boolean coordinator = identity.hasRole(Roles.COORDINATOR);
    DrawPreview preview = tried.preview();
    FilledForm asked = filled(tried.terms(), sent);
    return page.data("task", task)
        .data("members", members)
        .data("seats", IntStream.rangeClosed(1, members).mapToObj(Seat::new).toList())
        .data("fewer", members > LEAST_MEMBERS ? members - 1 : 0)
        .data("more", members < MOST_MEMBERS ? members + 1 : 0)
        .data("tags", tags(inspectors))
        .data("asked", asked)
        .data("limited", isLimited(asked))
        .data("fields", carried(members))
        .data("waits", tried.isUnderWay())
        .data("preview", preview)
        .data("obstacle", preview == null ? "" : obstacle(preview))
        .data(
            "said",
            preview == null
                ? List.of()
                : TermsSaid.of(preview.terms(), words, desk.words(KitWords.class).comma()))
        .data("classes", preview == null ? List.of() : classes(preview, words))
        .data("freezing", desk.forms().blank())
        .data("mayTry", coordinator || identity.hasRole(Roles.APPROVER))
        .data("mayFreeze", coordinator)
        .data("mayAgree", identity.hasRole(Roles.APPROVER))
        .data("closed", listed.isEmpty())
        .data("grounds", grounds())
        .data("excluding", sent.form().equals("exclude"))
        .data("exclusions", listed.map(this::entries).orElse(List.of()))
        .data("ended", listed.map(one -> one.state().ended()).orElse(List.of()))
        .data(
            "forms",
            PageForms.of(
                sent, desk.forms(), listed.map(CommandHandler.Loaded::version).orElse(0L)));
  }

  /** A seat and the fields it is typed into. */
  record Seat(int number) {
    public String field() {
      return "seat" + number;
    }

    public String also() {
      return "also" + number;
    }
  }

  private static boolean isLimited(FilledForm asked) {
    return !(asked.value("floor") + asked.value("annualCap") + asked.value("minimumIntervalDays"))
        .isEmpty();
  }

  private List<Choice> grounds() {
    TermsPageWords words = desk.words(TermsPageWords.class);
    return List.of(
        new Choice("UNDER_INVESTIGATION", words.codeOf("UNDER_INVESTIGATION")),
        new Choice("OTHER", words.codeOf("OTHER")));
  }

  /** What may be tried first is filled in; a number of the law is for the office to say. */
  private static FilledForm filled(FilledForm asked, PageForms.Sent sent) {
    return sent.form().equals("terms") || !asked.value("cap").isEmpty() || asked.isRefused()
        ? asked
        : asked.with("alternates", 3).with("cap", 20);
  }

  /** Every field of the terms, which the freeze takes along as it was tried. */
  private static List<String> carried(int members) {
    List<String> fields = new ArrayList<>();
    IntStream.rangeClosed(1, members)
        .forEach(seat -> {
          fields.add("seat" + seat);
          fields.add("also" + seat);
        });
    fields.addAll(List.of("alternates", "cap", "annualCap", "minimumIntervalDays", "floor"));
    return fields;
  }

  private static List<Choice> tags(List<KnownInspector> inspectors) {
    return inspectors.stream()
        .flatMap(inspector -> inspector.tags().stream())
        .distinct()
        .sorted()
        .map(tag -> new Choice(tag, TermsSaid.tag(tag)))
        .toList();
  }

  private String obstacle(DrawPreview preview) {
    return Refused.sentence(preview.obstacle(), desk.readsEnglish());
  }

  /** A class and how many would be drawn of it. */
  record ClassLine(String stratum, int inScope, int eligible, String expected) {}

  private List<ClassLine> classes(DrawPreview preview, DrawingWords words) {
    return preview.allocation().stream()
        .map(a ->
            new ClassLine(
                TermsSaid.stratum(a.stratum(), words, desk.readsEnglish()),
                a.inScope(),
                a.eligible(),
                ExactCount.shown(a.expected())))
        .toList();
  }

  private List<LeftOut> entries(CommandHandler.Loaded<ExclusionList> listed) {
    return listed.state().all().values().stream()
        .sorted(Comparator.comparing(entry -> entry.exclusion().subject()))
        .map(entry -> LeftOut.of(entry, requests.actor()))
        .toList();
  }
}
