package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.Inspectors;
import cn.doublerandom.registry.application.Inspectors.Certificate;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What officers show at a door, for the page a firm opens by its 检查码 (ADR 102). */
@Path("/api/v1/inspector-certificates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inspectors", description = "执法检查人员名录库")
public class InspectorCertificateResource {
  @Inject Inspectors inspectors;
  @Inject Requests requests;

  /**
   * An inspector of the bureau.
   *
   * @param account number in the register
   * @param name empty where the person was erased or is not in service
   * @param certificates 执法证 and 省政府执法证 with their last days; none there
   */
  public record ShownAtTheDoor(String account, String name, List<Certificate> certificates) {}

  @GET
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(
      summary = "Names and certificates of the inspectors in service, as they show them at a door")
  public Uni<Page<ShownAtTheDoor>> certificates(@BeanParam @Valid Paging paging) {
    return inspectors
        .shown(paging.afterKey(), paging.limit() + 1, BusinessClock.day(requests.now()))
        .map(rows ->
            rows.stream()
                .map(one -> new ShownAtTheDoor(one.number(), one.name(), one.certificates()))
                .toList())
        .map(shown -> Page.of(shown, paging.limit(), ShownAtTheDoor::account));
  }
}
