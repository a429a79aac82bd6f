package cn.doublerandom.inspection.ui;

import cn.doublerandom.servicekit.page.PageScript;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The scripts of the pages on which is signed (a hand on glass, and a key that is made and kept on
 * the officer's own phone), on which a sample is drawn (a number that is made and kept by who
 * promises it), and which work without network. A name holds the hash of its text, so a browser may
 * keep it.
 */
@Path("/ui")
@PermitAll
public class VisitScripts {
  static final PageScript SIGN = PageScript.load(VisitScripts.class, "sign");
  static final PageScript REVISIT = PageScript.load(VisitScripts.class, "revisit");
  static final PageScript SIZE = PageScript.load(VisitScripts.class, "size");
  static final PageScript PHONE = PageScript.load(VisitScripts.class, "phone");
  static final PageScript CODES = PageScript.load(VisitScripts.class, "codes");
  static final PageScript PHONE_WORKER = PageScript.load(VisitScripts.class, "phone-worker");

  @GET
  @Path("/scripts/{name}")
  @Produces(PageScript.MEDIA_TYPE)
  @Operation(hidden = true)
  public RestResponse<String> script(@PathParam("name") @Size(max = 100) String name) {
    return PageScript.named(name, List.of(SIGN, REVISIT, SIZE, PHONE, CODES));
  }

  /** Beside the phone's pages, so that those and no others are of this worker. */
  @GET
  @Path("/phone/{name}")
  @Produces(PageScript.MEDIA_TYPE)
  @Operation(hidden = true)
  public RestResponse<String> worker(@PathParam("name") @Size(max = 100) String name) {
    return PageScript.named(name, List.of(PHONE_WORKER));
  }
}
