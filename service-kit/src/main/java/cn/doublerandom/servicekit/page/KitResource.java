package cn.doublerandom.servicekit.page;

import cn.doublerandom.pagekit.KitFile;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The finished files of the page kit. */
@Path(Kit.FOLDER)
@PermitAll
@Produces(KitFile.CSS)
public class KitResource {
  @GET
  @Path("/{name}")
  @Operation(hidden = true)
  public RestResponse<String> file(@PathParam("name") @Size(max = 100) String name) {
    KitFile file =
        Stream.of(KitFile.STYLESHEET, KitFile.PAPER)
            .filter(kept -> kept.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new ProblemException(EdgeRejection.NOT_FOUND));
    return RestResponse.ResponseBuilder.ok(file.text())
        .header(HttpHeaders.CACHE_CONTROL, KitFile.CACHE_CONTROL)
        .build();
  }
}
