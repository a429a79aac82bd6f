package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.Erasures;
import cn.doublerandom.registry.application.Experts;
import cn.doublerandom.registry.expert.ExpertDetails;
import cn.doublerandom.registry.rest.ExpertResource.ExpertRegistration;
import cn.doublerandom.registry.rest.ExpertResource.Withdrawal;
import cn.doublerandom.registry.rest.InspectorResource.Erasure;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 专家库: the list, and one with its entrustment and what happened to it. */
@Path("/ui/experts")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ExpertPages {
  private static final int LIMIT = 50;

  @Inject
  @Location("registry/experts.html")
  Template listPage;

  @Inject
  @Location("registry/expert.html")
  Template onePage;

  @Inject Desk desk;
  @Inject Experts experts;
  @Inject Erasures erasures;
  @Inject SecurityIdentity identity;
  @Inject Requests requests;

  /** Whether one may take part today. */
  enum Standing {
    ENTRUSTED,
    NOT_ENTRUSTED;

    static Standing of(Experts.Named named, LocalDate today) {
      return named.entry().isEntrusted(today) ? ENTRUSTED : NOT_ENTRUSTED;
    }
  }

  /** Whom it is about, where the address does not say it. */
  public record Numbered(@NotBlank @Size(max = 57) String id) {}

  /** An entry as it is typed: its fields in one line. */
  public record Typed(
      @NotNull ExpertDetails.Kind kind,
      @NotBlank @Size(max = 200) String name,
      @Nullable @Size(max = 500) String fields,
      @NotBlank @Size(max = 200) String principal,
      @NotBlank @Size(max = 100) String document,
      @NotNull LocalDate validFrom,
      @NotNull LocalDate validUntil) {
    ExpertRegistration read() {
      return new ExpertRegistration(
          kind,
          name,
          fields == null ? List.of() : Lines.words(fields),
          principal,
          document,
          validFrom,
          validUntil);
    }
  }

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    return desk.show(list(desk.forms().blank()));
  }

  private Uni<TemplateInstance> list(FilledForm form) {
    Query query = desk.query();
    String text = query.text("search");
    var kind = query.word("kind", ExpertDetails.Kind.class);
    var standing = query.word("standing", Standing.class);
    return experts
        .everything()
        .map(all ->
            query.isRefused()
                ? List.<Experts.Named>of()
                : all.stream()
                    .filter(one -> one.entry().details().mentions(text))
                    .filter(one -> kind.map(k -> k == one.entry().details().kind()).orElse(true))
                    .filter(one -> standing.map(s -> s == Standing.of(one, today())).orElse(true))
                    .toList())
        .map(found -> page(query, found, form));
  }

  private TemplateInstance page(Query query, List<Experts.Named> found, FilledForm form) {
    ExpertWords words = words();
    int from = Math.min(query.from(), Math.max(1, found.size()));
    int to = Math.min(found.size(), from - 1 + LIMIT);
    return listPage
        .data("query", query.form())
        .data("today", today())
        .data("kinds", kinds())
        .data(
            "standings",
            List.of(
                new Choice(Standing.ENTRUSTED.name(), words.entrusted()),
                new Choice(Standing.NOT_ENTRUSTED.name(), words.notEntrusted())))
        .data("mayChange", mayChange())
        .data("form", form)
        .data(
            "rows",
            new Rows<>(
                found.subList(Math.max(0, from - 1), to),
                from,
                found.size(),
                to < found.size() ? String.valueOf(to) : null));
  }

  /** Enters one whose number is in the form. */
  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> enter(byte[] body) {
    return desk.does(body, form -> keep(form.as(Numbered.class).id(), form), this::list);
  }

  /** Changes an entry, as {@code PUT /api/v1/experts/{id}} does. */
  @POST
  @Path("/{id}/entry")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> change(@PathParam("id") @Size(max = 57) String id, byte[] body) {
    return desk.does(body, form -> keep(id, form), form -> one(id, form));
  }

  private Uni<PageAddress> keep(String id, Form form) {
    ExpertRegistration told = form.as(Typed.class).read();
    return experts
        .register(told.meant(id), told.name(), form.context(told))
        .map(Refusals::require)
        .map(done -> seen(id, done.version()));
  }

  private static PageAddress seen(String id, long version) {
    return Desk.seen(RegistryPlaces.expert(id), RegistryStreams.EXPERT.of(id), version);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("id") @Size(max = 57) String id) {
    return desk.show(one(id, desk.forms().blank()));
  }

  /** Takes one out of the pool, as the address for programs does. */
  @POST
  @Path("/{id}/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> withdraw(
      @PathParam("id") @Size(max = 57) String id, byte[] body) {
    return desk.act(
        body,
        form -> {
          Withdrawal withdrawal = form.as(Withdrawal.class);
          LocalDate effective = withdrawal.effective();
          return experts.withdraw(
              id,
              withdrawal.reason(),
              effective == null ? today() : effective,
              form.context(withdrawal));
        },
        done -> seen(id, done.version()),
        form -> one(id, form));
  }

  /** Asks that a name be erased, as the address for programs does; an approver decides. */
  @POST
  @Path("/{id}/erasure")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> erase(@PathParam("id") @Size(max = 57) String id, byte[] body) {
    return desk.does(
        body,
        form -> {
          Erasure asked = form.as(Erasure.class);
          return erasures
              .requestOfExpert(id, asked.reason(), form.context(asked))
              .map(Refusals::require)
              .map(done -> PageAddress.of(RegistryPlaces.request("erasures", "expert", id)));
        },
        form -> one(id, form));
  }

  private Uni<TemplateInstance> one(String id, FilledForm form) {
    return Uni.combine()
        .all()
        .unis(experts.one(id, mayChange()), experts.story(id))
        .usingConcurrencyOf(1)
        .with((opened, happened) -> page(opened, happened, form));
  }

  private TemplateInstance page(
      Experts.Opened opened, List<Experts.Happened> happened, FilledForm form) {
    var forms = new ExpertForms(opened, desk.forms(), form);
    LocalDate from = opened.entry().withdrawnFrom();
    return onePage
        .data("name", opened.name())
        .data("entry", opened.entry())
        .data("today", today())
        .data("kinds", kinds())
        .data("isPerson", opened.entry().details().kind() == ExpertDetails.Kind.PERSON)
        .data(
            "isGone",
            !opened.entry().withdrawn().isEmpty() && (from == null || !today().isBefore(from)))
        .data("mayChange", mayChange())
        .data("changing", forms.changing())
        .data("withdrawing", forms.plain("withdrawal"))
        .data("erasing", forms.erasing())
        .data("entries", ExpertForms.timeline(happened, words()));
  }

  private List<Choice> kinds() {
    return Arrays.stream(ExpertDetails.Kind.values())
        .map(kind -> new Choice(kind.name(), words().kindOf(kind)))
        .toList();
  }

  private boolean mayChange() {
    return identity.hasRole(Roles.REGISTRAR);
  }

  private ExpertWords words() {
    return desk.words(ExpertWords.class);
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
