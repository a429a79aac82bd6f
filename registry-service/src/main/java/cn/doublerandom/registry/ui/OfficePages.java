package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.Happening;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.Offices;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.office.Office;
import cn.doublerandom.registry.office.OfficeDirectory;
import cn.doublerandom.registry.office.OfficeEvent;
import cn.doublerandom.registry.office.OfficeLevel;
import cn.doublerandom.registry.office.OfficeMandate;
import cn.doublerandom.registry.rest.OfficeResource.Mandate;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 三定规定: the offices, and one with its clauses, what it claimed and what happened to it. */
@Path("/ui/offices")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class OfficePages {
  private static final int LIMIT = 50;
  private static final int COLUMNS = 3;

  @Inject
  @Location("registry/offices.html")
  Template listPage;

  @Inject
  @Location("registry/office.html")
  Template onePage;

  @Inject Desk desk;
  @Inject Offices offices;
  @Inject LineRules lines;
  @Inject SecurityIdentity identity;

  /** Which office it is about, where the address does not say it. */
  public record Named(@NotBlank @Size(max = 58) String unit) {}

  /** A mandate as it is typed: its clauses line by line. */
  public record Typed(
      @NotNull OfficeLevel level,
      @NotBlank @Size(max = 200) String document,
      @NotBlank @Size(max = 100_000) String clauses) {}

  @GET
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    return desk.show(list(desk.forms().blank()));
  }

  private Uni<TemplateInstance> list(FilledForm form) {
    Query query = desk.query();
    return offices
        .page(Page.keyAfter(query.after()), LIMIT + 1)
        .map(found -> {
          Page<OfficeDirectory.Entry> page = Page.of(found, LIMIT, OfficeDirectory.Entry::unit);
          return listPage
              .data("rows", new Rows<>(page.items(), query.from(), -1, page.next()))
              .data("levels", levels())
              .data("mayChange", mayChange())
              .data("form", form);
        });
  }

  /** Asks for the mandate of an office that is named in the form. */
  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> register(byte[] body) {
    return desk.does(
        body,
        form -> {
          String unit = form.as(Named.class).unit();
          Mandate mandate = typed(form);
          return offices
              .register(mandate.meant(unit), form.context(mandate))
              .map(Refusals::require)
              .map(done ->
                  Desk.seen(
                      RegistryPlaces.office(unit),
                      RegistryStreams.OFFICE.of(unit),
                      done.version()));
        },
        this::list);
  }

  @GET
  @Path("/{unit}")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("unit") @Size(max = 58) String unit) {
    return desk.show(one(unit, desk.forms().blank()));
  }

  /** Asks for another mandate, as {@code PUT /api/v1/offices/{unit}/mandate} does. */
  @POST
  @Path("/{unit}/mandate")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> change(
      @PathParam("unit") @Size(max = 58) String unit, byte[] body) {
    return desk.act(
        body,
        form -> {
          Mandate mandate = typed(form);
          return offices.register(mandate.meant(unit), form.context(mandate));
        },
        done ->
            Desk.seen(RegistryPlaces.office(unit), RegistryStreams.OFFICE.of(unit), done.version()),
        form -> one(unit, form));
  }

  private Mandate typed(Form form) {
    Typed typed = form.as(Typed.class);
    OfficeWords words = words();
    List<Lines.Row> rows = Lines.of(typed.clauses(), COLUMNS);
    LineRules.narrow("clauses", rows, COLUMNS, words::atLine, words.tooWide());
    Map<String, String> columns =
        Map.of("number", words.number(), "duty", words.duty(), "fields", words.fields());
    return lines.held(
        Mandate.of(
            typed.level(),
            typed.document(),
            rows.stream()
                .map(row ->
                    new OfficeMandate.Clause(row.cell(0), row.cell(1), Lines.words(row.cell(2))))
                .toList()),
        "clauses",
        rows,
        member -> columns.getOrDefault(member, ""),
        words::atLine);
  }

  private Uni<TemplateInstance> one(String unit, FilledForm form) {
    return Uni.combine()
        .all()
        .unis(offices.known(unit), offices.claimed(unit), offices.story(unit))
        .usingConcurrencyOf(1)
        .with((known, claimed, happened) ->
            page(unit, known.state(), claimed, happened, form, known.version()));
  }

  private TemplateInstance page(
      String unit,
      Office office,
      List<ItemDirectory.Entry> claimed,
      List<Offices.Happened> happened,
      FilledForm form,
      long version) {
    Map<String, String> now = fields(office.mandate());
    FilledForm over = form.over(Long.toString(version), now);
    boolean fresh = form.values().isEmpty();
    for (Map.Entry<String, String> field : now.entrySet()) {
      over = fresh ? over.with(field.getKey(), field.getValue()) : over;
    }
    return onePage
        .data("unit", unit)
        .data("mandate", office.mandate().orElse(null))
        .data("waits", office.asked().isPresent())
        .data("mayChange", mayChange() && office.asked().isEmpty())
        .data("claimed", claimed)
        .data("levels", levels())
        .data("form", over)
        .data("entries", happened.stream().map(this::line).toList());
  }

  private static Map<String, String> fields(Optional<OfficeMandate> mandate) {
    Map<String, String> fields = new LinkedHashMap<>();
    mandate.ifPresent(holds -> {
      fields.put("level", holds.level().name());
      fields.put("document", holds.document());
      fields.put(
          "clauses",
          holds.clauses().stream()
              .map(c -> Lines.line(c.number(), c.duty(), String.join("、", c.fields())))
              .collect(Collectors.joining("\n")));
    });
    return fields;
  }

  private Happening line(Offices.Happened happened) {
    OfficeWords words = words();
    String fact =
        switch (happened.event()) {
          case OfficeEvent.MandateRegistered e -> words.registeredFact(e.mandate().document());
          case OfficeEvent.MandateRequested e -> words.requested(e.mandate().document());
          case OfficeEvent.MandateRequestEnded e -> words.ended();
        };
    String people =
        happened.event() instanceof OfficeEvent.MandateRegistered(var m, var asked, var agreed)
                && asked != null
                && agreed != null
            ? Happening.two(asked, agreed)
            : happened.by();
    String why =
        happened.event() instanceof OfficeEvent.MandateRequestEnded(var by, var reason)
                && reason != null
            ? reason
            : "";
    return Happening.of(
        fact, people, happened.day().toString(), happened.recorded().toString(), why);
  }

  private List<Choice> levels() {
    return Arrays.stream(OfficeLevel.values())
        .map(level -> new Choice(level.name(), words().levelOf(level)))
        .toList();
  }

  private boolean mayChange() {
    return identity.hasRole(Roles.REGISTRAR) || identity.hasRole(Roles.COORDINATOR);
  }

  private OfficeWords words() {
    return desk.words(OfficeWords.class);
  }
}
