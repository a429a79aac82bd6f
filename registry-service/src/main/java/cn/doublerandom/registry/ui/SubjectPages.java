package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.registry.application.Labels;
import cn.doublerandom.registry.rest.SubjectLabelResource.LabelChange;
import cn.doublerandom.registry.subject.CreditRiskClass;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 检查对象: the list, its columns by choice, and labels of many at once. */
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

  @Inject Desk desk;
  @Inject SubjectDirectory directory;
  @Inject Labels labels;
  @Inject SecurityIdentity identity;
  @Inject Requests requests;

  /** A change of labels as it is typed: labels in a line. */
  public record Typed(
      @NotEmpty(message = "{words.none-picked}") @Size(max = 200)
          List<@NotBlank @Size(max = 64) String> ids,
      @Nullable @Size(max = 500) String add,
      @Nullable @Size(max = 500) String remove,
      @NotBlank @Size(max = 500) String reason) {
    LabelChange read() {
      return new LabelChange(ids, words(add), words(remove), reason);
    }

    private static List<String> words(@Nullable String typed) {
      return typed == null ? List.of() : Lines.words(typed);
    }
  }

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    return desk.show(list(desk.forms().blank()));
  }

  /** Asks for other labels of all that were picked, as the address for programs does. */
  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> label(byte[] body) {
    return desk.does(
        body,
        form -> {
          LabelChange change = form.as(Typed.class).read();
          return labels.ask(change.meant(), form.context(change)).map(this::batch);
        },
        this::list);
  }

  private PageAddress batch(Labels.Asked asked) {
    if (asked.waiting() == 0) {
      LineRules.refuse("add", List.of(words().labelsUnchanged()));
    }
    return Desk.seen(
        RegistryPlaces.request("batches", "status", asked.batch()), asked.last(), asked.version());
  }

  private Uni<TemplateInstance> list(FilledForm form) {
    Query query = desk.query();
    var asked =
        new SubjectDirectory.Query(
            query.day("asOf", today()),
            query.text("search", MIN_FRAGMENT),
            query.word("kind", SubjectKind.class),
            query.text("label"),
            query.word("status", SubjectStatus.class),
            query.word("riskClass", CreditRiskClass.class),
            query.text("region"),
            ORDERS.getOrDefault(query.sort(ORDERS.keySet()), Order.BY_ID));
    return query.isRefused()
        ? Uni.createFrom().item(page(query, asked, new Rows<>(List.of(), 1, 0, null), form))
        : Uni.createFrom()
            .completionStage(() ->
                directory
                    .found(asked, place(query.after()), LIMIT + 1)
                    .thenCombine(
                        directory.count(asked),
                        (rows, count) ->
                            page(query, asked, rows(query, asked, rows, count), form)));
  }

  private TemplateInstance page(
      Query query, SubjectDirectory.Query asked, Rows<SubjectDetails> rows, FilledForm form) {
    Set<SubjectColumn> columns = query.columns(SubjectColumn.class, SubjectColumn.USUAL);
    return subjectsPage
        .data("query", shown(query.form(), columns))
        .data("narrowed", query.isNarrowed())
        .data("on", asked.on())
        .data("kinds", choices(SubjectKind.values(), words()::kindOf))
        .data("states", choices(SubjectStatus.values(), words()::stateOf))
        .data("risks", choices(CreditRiskClass.values(), words()::riskOf))
        .data("columns", choices(SubjectColumn.values(), words()::columnOf))
        .data("shows", columns.stream().map(Enum::name).collect(Collectors.toSet()))
        .data("folded", isFolded(query, columns) ? "open" : "")
        .data("mayLabel", identity.hasRole(Roles.REGISTRAR))
        .data("form", form)
        .data("rows", rows);
  }

  private static boolean isFolded(Query query, Set<SubjectColumn> columns) {
    return !columns.equals(SubjectColumn.USUAL)
        || Stream.of("label", "riskClass", "region")
            .anyMatch(field -> !query.form().value(field).isEmpty());
  }

  /** The query bar with the columns that are shown ticked. */
  private static FilledForm shown(FilledForm query, Set<SubjectColumn> columns) {
    Map<String, List<String>> values = new HashMap<>(query.values());
    values.put("column", columns.stream().map(Enum::name).toList());
    return new FilledForm(
        query.key(), query.version(), values, query.faults(), query.theirs(), query.conflict());
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

  private RegistryWords words() {
    return desk.words(RegistryWords.class);
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
