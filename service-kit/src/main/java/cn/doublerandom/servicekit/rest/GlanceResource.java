package cn.doublerandom.servicekit.rest;

import cn.doublerandom.servicekit.identity.AccountNames;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.waiting.Person;
import cn.doublerandom.servicekit.waiting.Recent;
import cn.doublerandom.servicekit.waiting.YearFigures;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 本年一览 and 最近办理, for the home of who is signed in. */
@Path("/api/v1/glance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "glance", description = "本年一览与最近办理")
public class GlanceResource {
  @Inject YearFigures figures;
  @Inject Recent recent;
  @Inject Requests requests;
  @Inject Asking asking;
  @Inject ActingBureaus bureaus;
  @Inject AccountNames names;

  @GET
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.LEGAL_REVIEWER,
    Roles.PUBLISHER,
    Roles.SUPERVISOR,
    Roles.WITNESS,
    Roles.AUDITOR,
    Roles.OPERATOR,
    Roles.PLATFORM,
    Roles.INSPECTOR
  })
  @Operation(
      summary = "How the year stands and what was done last, as far as who asks may see it",
      description =
          "Each figure is that of the page it leads to. Told are requests of who asks that were not"
              + " agreed to or came back within 30 days, with the reason.")
  public Uni<GlanceAnswer> glance() {
    Person person = requests.person();
    LocalDate today = BusinessClock.day(requests.now());
    return bureaus
        .ofWhoAsks()
        .flatMap(acting ->
            figures
                .of(person, today)
                .flatMap(year ->
                    recent
                        .of(person, today)
                        .flatMap(recently ->
                            names
                                .of(asking)
                                .map(known ->
                                    GlanceAnswer.of(
                                        acting, year, recently, known, requests.readsEnglish())))));
  }
}
