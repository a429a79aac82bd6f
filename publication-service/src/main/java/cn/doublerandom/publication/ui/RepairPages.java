package cn.doublerandom.publication.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.application.ObjectionWork;
import cn.doublerandom.publication.application.ObjectionWork.OwnResult;
import cn.doublerandom.publication.application.RepairWork;
import cn.doublerandom.publication.rest.ObjectionResource;
import cn.doublerandom.publication.rest.OwnRepairResource.RepairRequest;
import cn.doublerandom.servicekit.page.BureauPages;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.PageCodes;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * 信用修复 as the firm asks for it by the code of its notice, as {@code OwnRepairResource} takes it.
 */
@Path("/ui/objections/{result}/{code}/repair")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class RepairPages {
  private static final String BUREAU = "bureau";

  @Inject
  @Location("portal/repair.html")
  Template page;

  @Inject Desk desk;
  @Inject BureauPages pages;
  @Inject ObjectionWork objections;
  @Inject RepairWork work;
  @Inject Requests requests;
  @Inject PageCodes codes;

  @GET
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(
      @PathParam("result") @Size(max = 160) String result,
      @PathParam("code") @Size(max = 20) String code) {
    return desk.show(page(result, code, desk.forms().blank()));
  }

  @POST
  @Consumes(Forms.FIELDS)
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> ask(
      @PathParam("result") @Size(max = 160) String result,
      @PathParam("code") @Size(max = 20) String code,
      byte[] body) {
    return desk.act(
        body,
        form -> {
          RepairRequest said = form.as(RepairRequest.class);
          return work.ask(
              result,
              codes.of(code),
              said.statement(),
              today(),
              form.contextOf(ObjectionResource.BY_CODE, said));
        },
        done -> seen(result, code, done),
        form -> page(result, code, form));
  }

  private PageAddress seen(String result, String code, Handled.Done<?, ?> done) {
    return PageAddress.of(PublicationPlaces.repair(result, code))
        .with(BUREAU, desk.here().value(BUREAU))
        .with("taken", done.version());
  }

  private Uni<TemplateInstance> page(String result, String code, FilledForm form) {
    return pages.named(
        objections.seen(result, codes.of(code), today()).map(own -> shown(own, code, form)));
  }

  private TemplateInstance shown(OwnResult own, String code, FilledForm form) {
    String bureau = desk.here().value(BUREAU);
    return page.data("own", own)
        .data("taken", waits(own) && !desk.here().value("taken").isEmpty())
        .data(
            "to",
            PageAddress.of(PublicationPlaces.repair(own.resultId(), code)).with(BUREAU, bureau))
        .data(
            "back",
            PageAddress.of(PublicationPlaces.objection(own.resultId(), code)).with(BUREAU, bureau))
        .data("whyNot", whyNot(own))
        .data("ask", form);
  }

  /** Whether what was asked for is not answered yet. */
  private static boolean waits(OwnResult own) {
    return own.repair().asked().stream().anyMatch(one -> one.refusal() == null)
        && own.repair().ended() == null;
  }

  private static @Nullable Rejection whyNot(OwnResult own) {
    return Arrays.stream(PublicationRejection.values())
        .filter(why -> why.code().equals(own.repair().whyNot()))
        .findFirst()
        .orElse(null);
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
