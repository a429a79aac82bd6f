package cn.doublerandom.publication.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.publication.application.BulletinWithdrawals;
import cn.doublerandom.publication.notice.BulletinWithdrawal;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.rest.BulletinWithdrawalResource.BulletinWithdrawalEnd;
import cn.doublerandom.publication.rest.BulletinWithdrawalResource.BulletinWithdrawalRefusal;
import cn.doublerandom.publication.rest.BulletinWithdrawalResource.BulletinWithdrawalRequest;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 通报的撤销, as {@code BulletinWithdrawalResource} takes it. */
@Path("/ui/bulletins/{bulletinId}/withdrawal")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class WithdrawalPages {
  /** What may be done on the page. */
  private enum Act {
    ASK,
    APPROVE,
    DECLINE,
    TAKEBACK
  }

  @Inject
  @Location("publication/withdrawal.html")
  Template page;

  @Inject Desk desk;
  @Inject BulletinWithdrawals withdrawals;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("bulletinId") @Size(max = 64) String bulletinId) {
    return desk.show(page(bulletinId, Act.ASK, desk.forms().blank()));
  }

  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> ask(
      @PathParam("bulletinId") @Size(max = 64) String bulletinId, byte[] body) {
    return act(
        bulletinId,
        body,
        Act.ASK,
        form -> {
          BulletinWithdrawalRequest asked = form.as(BulletinWithdrawalRequest.class);
          return withdrawals.ask(bulletinId, asked.reason(), today(), form.context(asked));
        });
  }

  @POST
  @Path("/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approve(
      @PathParam("bulletinId") @Size(max = 64) String bulletinId, byte[] body) {
    return act(
        bulletinId,
        body,
        Act.APPROVE,
        form -> withdrawals.approve(bulletinId, today(), form.approval("approve-withdrawal")));
  }

  @POST
  @Path("/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("bulletinId") @Size(max = 64) String bulletinId, byte[] body) {
    return act(
        bulletinId,
        body,
        Act.DECLINE,
        form -> {
          BulletinWithdrawalRefusal refusal = form.as(BulletinWithdrawalRefusal.class);
          return withdrawals.decline(bulletinId, refusal.reason(), today(), form.context(refusal));
        });
  }

  @POST
  @Path("/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> takeBack(
      @PathParam("bulletinId") @Size(max = 64) String bulletinId, byte[] body) {
    return act(
        bulletinId,
        body,
        Act.TAKEBACK,
        form -> {
          BulletinWithdrawalEnd end = form.as(BulletinWithdrawalEnd.class);
          return withdrawals.takeBack(bulletinId, end.reason(), today(), form.context(end));
        });
  }

  private Uni<RestResponse<String>> act(
      String bulletinId,
      byte[] body,
      Act act,
      Function<Form, Uni<Handled<NoticeEvent, Optional<Noted>>>> command) {
    return desk.act(
        body, command, done -> seen(bulletinId, done), form -> page(bulletinId, act, form));
  }

  private static PageAddress seen(String bulletinId, Handled.Done<?, ?> done) {
    return Desk.seen(
        PublicationPlaces.withdrawalAct(bulletinId, ""),
        BulletinWithdrawals.stream(bulletinId),
        done.version());
  }

  private Uni<TemplateInstance> page(String bulletinId, Act act, FilledForm form) {
    return withdrawals
        .of(bulletinId, requests.actor(), today())
        .map(found -> {
          boolean supervises = identity.hasRole(Roles.SUPERVISOR);
          TemplateInstance shown =
              page.data("found", found)
                  .data("why", supervises ? found.whyNotDecide() : null)
                  .data("mayDecide", supervises && found.whyNotDecide() == null)
                  .data("mayTakeBack", supervises && isOwn(found))
                  .data(
                      "mayAsk", supervises && !found.waits() && found.notice().withdrawn() == null);
          for (Act one : Act.values()) {
            FilledForm its = one == act ? form : desk.forms().blank();
            shown.data(
                one.name().toLowerCase(Locale.ROOT),
                its.over(Long.toString(found.version()), Map.of()));
          }
          return shown;
        });
  }

  private boolean isOwn(BulletinWithdrawals.Found found) {
    BulletinWithdrawal asked = found.asked();
    return asked != null && asked.waits() && SecondPerson.isSame(asked.by(), requests.actor());
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
