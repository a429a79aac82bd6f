package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.StatusRequests;
import cn.doublerandom.registry.application.SubjectStory;
import cn.doublerandom.registry.application.Subjects;
import cn.doublerandom.registry.rest.SubjectStatusResource.StatusChange;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectDirectory.Order;
import cn.doublerandom.registry.subject.SubjectDirectory.Place;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 检查对象: the list, one entry with what happened to it, and its status. */
@Path("/ui/subjects")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class SubjectPages {
  private static final int LIMIT = 50;
  private static final int MIN_FRAGMENT = 2;
  private static final String BETWEEN = "\n";
  private static final Map<String, Order> ORDERS =
      Map.of(
          "code", Order.BY_ID,
          "-code", Order.BY_ID_DESCENDING,
          "name", Order.BY_NAME,
          "-name", Order.BY_NAME_DESCENDING);

  @Inject
  @Location("registry/subjects.html")
  Template subjectsPage;

  @Inject
  @Location("registry/subject.html")
  Template subjectPage;

  @Inject Desk desk;
  @Inject Subjects subjects;
  @Inject SubjectDirectory directory;
  @Inject SubjectStory story;
  @Inject StatusRequests statuses;
  @Inject SecurityIdentity identity;
  @Inject Requests requests;

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    var asked =
        new SubjectDirectory.Query(
            query.day("asOf", today()),
            query.text("search", MIN_FRAGMENT),
            query.word("kind", SubjectKind.class),
            query.text("label"),
            query.word("status", SubjectStatus.class),
            ORDERS.getOrDefault(query.sort(), Order.BY_ID));
    return desk.show(
        query.isRefused()
            ? Uni.createFrom().item(page(query, asked, new Rows<>(List.of(), 1, 0, null)))
            : Uni.createFrom()
                .completionStage(() ->
                    directory
                        .found(asked, place(query.after()), LIMIT + 1)
                        .thenCombine(
                            directory.count(asked),
                            (rows, count) -> page(query, asked, rows(query, asked, rows, count)))));
  }

  private TemplateInstance page(
      Query query, SubjectDirectory.Query asked, Rows<SubjectDetails> rows) {
    return subjectsPage
        .data("query", query.form())
        .data("narrowed", query.isNarrowed())
        .data("on", asked.on())
        .data("kinds", choices(SubjectKind.values(), words()::kindOf))
        .data("states", choices(SubjectStatus.values(), words()::stateOf))
        .data("rows", rows);
  }

  private static <E extends Enum<E>> List<Choice> choices(E[] all, Function<E, String> word) {
    return Arrays.stream(all).map(one -> new Choice(one.name(), word.apply(one))).toList();
  }

  private static Rows<SubjectDetails> rows(
      Query query, SubjectDirectory.Query asked, List<SubjectDirectory.Entry> oneMore, long count) {
    Page<SubjectDetails> page =
        Page.of(
            oneMore.stream().map(entry -> entry.asOf(asked.on()).shown()).toList(),
            LIMIT,
            last -> last.name() + BETWEEN + last.id());
    return new Rows<>(page.items(), query.from(), count, page.next());
  }

  private static Place place(String cursor) {
    String key = Page.keyAfter(cursor);
    int between = key.indexOf(BETWEEN);
    return between < 0
        ? Place.BEGINNING
        : new Place(key.substring(0, between), key.substring(between + 1));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("id") @Size(max = 64) String id) {
    return desk.show(one(id, desk.forms().blank()));
  }

  /** 变更登记状态, as {@code POST /api/v1/subjects/{id}/status} does it. */
  @POST
  @Path("/{id}/status")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> change(@PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.act(
        body,
        form -> {
          StatusChange change = form.as(StatusChange.class);
          return statuses.change(
              id, change.status(), change.reason(), change.effective(), form.context(change));
        },
        done ->
            Desk.seen(RegistryPlaces.subject(id), RegistryStreams.SUBJECT.of(id), done.version()),
        form -> one(id, form));
  }

  private Uni<TemplateInstance> one(String id, FilledForm form) {
    return Uni.combine()
        .all()
        .unis(subjects.one(id, identity.hasRole(Roles.REGISTRAR), today()), story.of(id))
        .usingConcurrencyOf(1)
        .with((shown, happened) -> page(shown, happened, form));
  }

  private TemplateInstance page(
      Subjects.Shown shown, List<SubjectStory.Happened> happened, FilledForm form) {
    FilledForm over = form.over(Long.toString(shown.version()), Map.of());
    Optional<Subject.StatusAsked> asked =
        shown.subject() instanceof Subject.Registered known
            ? known.statusAsked()
            : Optional.empty();
    return subjectPage
        .data("subject", shown.details())
        .data("waiting", asked.orElse(null))
        .data("mayChange", identity.hasRole(Roles.REGISTRAR) && asked.isEmpty())
        .data("form", over.isRefused() ? over : over.with("effective", today()))
        .data("states", choices(SubjectStatus.values(), words()::stateOf))
        .data("entries", SubjectTimeline.of(happened, words()));
  }

  private RegistryWords words() {
    return desk.words(RegistryWords.class);
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
