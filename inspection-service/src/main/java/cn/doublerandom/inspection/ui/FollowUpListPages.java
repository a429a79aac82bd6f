package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.application.FollowUpWork;
import cn.doublerandom.inspection.application.Rechecks;
import cn.doublerandom.inspection.application.VisitParticulars;
import cn.doublerandom.inspection.followup.FollowUpDirectory;
import cn.doublerandom.inspection.followup.FollowUpSummary;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 后续处置: what is open over all visits somebody may read, the first day first. */
@Path("/ui/follow-ups")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class FollowUpListPages {
  private static final int LIMIT = 50;

  @Inject
  @Location("inspection/follow-ups.html")
  Template listPage;

  @Inject Desk desk;
  @Inject FollowUpWork followUps;
  @Inject Rechecks rechecks;
  @Inject VisitParticulars particulars;
  @Inject VisitReader reader;

  @GET
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    return desk.show(
        followUps
            .open(reader.officer(), Page.keyAfter(query.after()), LIMIT + 1)
            .map(found -> Page.of(found, LIMIT, FollowUpDirectory::place))
            .flatMap(rows ->
                particulars
                    .namesOf(
                        rows.items().stream()
                            .map(FollowUpSummary::of)
                            .map(of -> of.subjectId())
                            .toList())
                    .flatMap(names ->
                        rechecks
                            .own(reader.officer())
                            .flatMap(own ->
                                particulars
                                    .namesOf(
                                        own.stream().map(Rechecks.OwnRecheck::subjectId).toList())
                                    .map(visited ->
                                        listPage
                                            .data(
                                                "rows",
                                                new Rows<>(
                                                    rows.items(), query.from(), -1, rows.next()))
                                            .data("names", names)
                                            .data("own", own)
                                            .data("visited", visited))))));
  }
}
