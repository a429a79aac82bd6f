package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.Ceremonies;
import cn.doublerandom.draw.drawing.application.Deposits;
import cn.doublerandom.draw.drawing.application.DrawDesk;
import cn.doublerandom.draw.drawing.rest.CeremonyRequests;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.page.PublicAddress;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * What the office does before a ceremony: witnesses are named, codes handed out, the secret laid
 * down and the deposit confirmed. A witness's own part stands on the witness's own page.
 */
@Path("/ui")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class CeremonyActs {
  @Inject
  @Location("draw/code.html")
  Template codePage;

  @Inject Desk desk;
  @Inject DrawPage page;
  @Inject DrawDesk standing;
  @Inject Ceremonies ceremonies;
  @Inject Deposits deposits;
  @Inject Requests requests;
  @Inject PublicAddress published;

  /** As {@code POST …/witnesses}. */
  @POST
  @Path("/draws/{drawId}/witnesses")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> name(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return act(
        drawId,
        "name",
        body,
        form -> {
          var said = form.as(CeremonyRequests.Named.class);
          return ceremonies.name(
              drawId,
              said.name().strip(),
              said.kind(),
              said.account().strip(),
              () -> form.context(said));
        });
  }

  /** As {@code POST …/witness-releases}. */
  @POST
  @Path("/draws/{drawId}/witness-releases")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> release(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return act(
        drawId,
        "release",
        body,
        form -> {
          var said = form.as(CeremonyRequests.Release.class);
          return ceremonies.release(drawId, said.name().strip(), said.why(), form.context(said));
        });
  }

  /** As {@code POST …/witness-release-approvals}. */
  @POST
  @Path("/draws/{drawId}/witness-release-approvals")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approveRelease(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return act(
        drawId,
        "release-approval",
        body,
        form -> {
          var said = form.as(CeremonyRequests.ReleaseApproval.class);
          return ceremonies.approveRelease(drawId, said.name().strip(), form.approval(said));
        });
  }

  /** As {@code POST …/witness-release-declines}. */
  @POST
  @Path("/draws/{drawId}/witness-release-declines")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> declineRelease(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return endRelease(drawId, body, false);
  }

  /** As {@code POST …/witness-release-withdrawals}. */
  @POST
  @Path("/draws/{drawId}/witness-release-withdrawals")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> withdrawRelease(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return endRelease(drawId, body, true);
  }

  private Uni<RestResponse<String>> endRelease(String drawId, byte[] body, boolean own) {
    return act(
        drawId,
        "release-end",
        body,
        form -> {
          var said = form.as(CeremonyRequests.ReleaseEnd.class);
          return ceremonies.endRelease(
              drawId, said.name().strip(), said.reason(), own, form.context(said));
        });
  }

  @GET
  @Path("/draws/{drawId}/witness-codes")
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> code(@PathParam("drawId") @Size(max = 100) String drawId) {
    return desk.show(codePage(drawId, desk.forms().blank(), null));
  }

  /**
   * As {@code POST …/witness-codes}: the code is in this answer and nowhere else. Loaded anew, the
   * answer is the draw's page, and the code handed out holds.
   */
  @POST
  @Path("/draws/{drawId}/witness-codes")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> code(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    var told = new AtomicReference<@Nullable HandedOut>();
    return desk.does(
            body,
            form -> {
              var said = form.as(CeremonyRequests.CodeFor.class);
              String name = said.name().strip();
              return ceremonies
                  .handOut(drawId, name, said.kind(), () -> form.context(said))
                  .map(out -> {
                    var done = Refusals.require(out.handled());
                    String code = out.code();
                    told.set(code == null ? null : new HandedOut(name, code));
                    return DrawPage.seen(drawId, done.version());
                  });
            },
            form -> codePage(drawId, form, null))
        .flatMap(answer -> {
          HandedOut out = told.get();
          return out == null
              ? Uni.createFrom().item(answer)
              : desk.show(codePage(drawId, desk.forms().blank(), out));
        });
  }

  /**
   * A code, told once.
   *
   * @param name of the witness it is for
   */
  record HandedOut(String name, String code) {
    /** As it stands in a link, behind the #. */
    public String fragment() {
      return PageAddress.encoded(name) + ":" + code;
    }
  }

  private Uni<TemplateInstance> codePage(String drawId, FilledForm form, @Nullable HandedOut out) {
    return standing
        .of(drawId, requests.actor(), requests.now())
        .map(seen ->
            codePage
                .data("drawId", seen.drawId())
                .data("form", form)
                .data("kinds", DrawPage.kinds(desk.words(DrawingWords.class)))
                .data("undoes", isByOwnConsent(seen.draws()))
                .data("address", witnessAddress(seen.drawId()))
                .data("out", out));
  }

  private boolean isByOwnConsent(TaskDraws draws) {
    return draws instanceof TaskDraws.Frozen frozen
        && frozen.preparation().isAgreedBy(requests.actor());
  }

  /** Where a telephone finds it; its place alone where the installation does not know its own. */
  private String witnessAddress(String drawId) {
    String place = DrawPlaces.ceremony(drawId);
    return published.of(place).orElse(place);
  }

  /** As {@code POST …/deposit}: what a program has sealed on the operator's own machine. */
  @POST
  @Path("/draws/{drawId}/deposit")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> deposit(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return act(
        drawId,
        "deposit",
        body,
        form -> {
          var said = form.as(CeremonyRequests.Deposit.class);
          return deposits.lay(
              drawId,
              new Deposits.Laid(
                  said.operatorCommitment(), said.sealed(), said.key(), said.receiptHash()),
              () -> form.context(said));
        });
  }

  /** As {@code POST …/deposit-confirmation}. */
  @POST
  @Path("/draws/{drawId}/deposit-confirmation")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> confirm(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return act(
        drawId,
        "confirm",
        body,
        form -> {
          var said = form.as(CeremonyRequests.Confirmation.class);
          return deposits.confirm(
              drawId, said.openedCommitment(), said.receipt(), form.context(said));
        });
  }

  private Uni<RestResponse<String>> act(
      String drawId,
      String which,
      byte[] body,
      Function<Form, Uni<Handled<DrawEvent, TaskDraws>>> command) {
    return desk.act(
        body,
        command,
        done -> DrawPage.seen(drawId, done.version()),
        form -> page.of(drawId, new PageForms.Sent(which, form)));
  }
}
