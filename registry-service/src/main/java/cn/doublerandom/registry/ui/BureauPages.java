package cn.doublerandom.registry.ui;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.Bureaus;
import cn.doublerandom.registry.bureau.BureauEvent;
import cn.doublerandom.registry.bureau.RegisteredBureau;
import cn.doublerandom.registry.rest.BureauResource.BureauClosing;
import cn.doublerandom.registry.rest.BureauResource.BureauEntry;
import cn.doublerandom.registry.rest.SubjectStatusResource.RequestEnd;
import cn.doublerandom.servicekit.identity.OfInstallation;
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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 单位登记簿: which bureaus are served; each change is asked for by one and agreed to by another. */
@Path("/ui/bureaus")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@OfInstallation
public class BureauPages {
  private static final int LIMIT = 50;
  private static final int LONGEST_KEY = 19;

  @Inject
  @Location("registry/bureaus.html")
  Template listPage;

  @Inject Desk desk;
  @Inject Bureaus bureaus;
  @Inject BureauPage page;
  @Inject SecurityIdentity identity;

  /** Which bureau it is about, where the address does not say it. */
  public record Keyed(@NotBlank @Size(max = LONGEST_KEY) String bureau) {}

  /** An entry as it is typed; of packs that are ticked there may be none. */
  public record Typed(
      @NotBlank @Size(max = 58) String name,
      @NotBlank @Size(max = 18) String creditCode,
      @Nullable @Size(max = 20) List<@NotBlank @Size(max = 64) String> rulePacks,
      @NotBlank @Size(max = 60) String documentNumbers) {
    BureauEntry entry() {
      return new BureauEntry(
          name, creditCode, rulePacks == null ? List.of() : rulePacks, documentNumbers);
    }
  }

  @GET
  @RolesAllowed({Roles.PLATFORM, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    return desk.show(list(desk.forms().blank()));
  }

  private Uni<TemplateInstance> list(FilledForm form) {
    Query query = desk.query();
    return bureaus
        .page(Page.keyAfter(query.after()), LIMIT + 1)
        .map(found -> {
          Page<BureauLine> shown =
              Page.of(found.stream().map(BureauLine::of).toList(), LIMIT, BureauLine::key);
          return listPage
              .data("rows", new Rows<>(shown.items(), query.from(), -1, shown.next()))
              .data("packs", BureauPage.packs())
              .data("example", BureauPage.EXAMPLE)
              .data("mayChange", identity.hasRole(Roles.PLATFORM))
              .data("form", form);
        });
  }

  /** Asks for the entry of a bureau whose key is in the form. */
  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.PLATFORM)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> register(byte[] body) {
    return desk.does(
        body,
        form -> {
          BureauKey key = BureauEntry.key(form.as(Keyed.class).bureau());
          BureauEntry entry = form.as(Typed.class).entry();
          return bureaus
              .request(entry.meant(key), form.context(entry))
              .map(Refusals::require)
              .map(done ->
                  Desk.seen(
                      RegistryPlaces.bureau(key.text()),
                      RegistryStreams.BUREAU.of(key.text()),
                      done.version()));
        },
        this::list);
  }

  @GET
  @Path("/{bureau}")
  @RolesAllowed({Roles.PLATFORM, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(
      @PathParam("bureau") @Size(max = LONGEST_KEY) String bureau) {
    return desk.show(page.of(BureauEntry.key(bureau), "", desk.forms().blank()));
  }

  @POST
  @Path("/{bureau}/entry")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.PLATFORM)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> change(
      @PathParam("bureau") @Size(max = LONGEST_KEY) String bureau, byte[] body) {
    BureauKey key = BureauEntry.key(bureau);
    return act(
        key,
        "entry",
        body,
        form -> {
          BureauEntry entry = form.as(Typed.class).entry();
          return bureaus.request(entry.meant(key), form.context(entry));
        });
  }

  @POST
  @Path("/{bureau}/closing")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.PLATFORM)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> close(
      @PathParam("bureau") @Size(max = LONGEST_KEY) String bureau, byte[] body) {
    BureauKey key = BureauEntry.key(bureau);
    return act(
        key,
        "closing",
        body,
        form -> {
          BureauClosing closing = form.as(BureauClosing.class);
          return bureaus.requestClosing(key, closing.reason(), form.context(closing));
        });
  }

  @POST
  @Path("/{bureau}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.PLATFORM)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approve(
      @PathParam("bureau") @Size(max = LONGEST_KEY) String bureau, byte[] body) {
    BureauKey key = BureauEntry.key(bureau);
    return act(
        key, "approval", body, form -> bureaus.approve(key, form.approval("approve-bureau")));
  }

  @POST
  @Path("/{bureau}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.PLATFORM)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("bureau") @Size(max = LONGEST_KEY) String bureau, byte[] body) {
    BureauKey key = BureauEntry.key(bureau);
    return act(
        key,
        "decline",
        body,
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return bureaus.end(key, end.reason(), form.context(end));
        });
  }

  /** One whose first entry was declined has no page. */
  private static boolean isKnown(RegisteredBureau bureau) {
    return bureau.entry().isPresent() || bureau.asked().isPresent();
  }

  private Uni<RestResponse<String>> act(
      BureauKey key,
      String sent,
      byte[] body,
      Function<Form, Uni<Handled<BureauEvent, RegisteredBureau>>> command) {
    return desk.act(
        body,
        command,
        done ->
            Desk.seen(
                isKnown(done.state())
                    ? RegistryPlaces.bureau(key.text())
                    : RegistryPlaces.bureaus(),
                RegistryStreams.BUREAU.of(key.text()),
                done.version()),
        form -> page.of(key, sent, form));
  }
}
