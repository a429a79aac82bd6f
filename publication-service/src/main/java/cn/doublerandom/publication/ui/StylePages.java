package cn.doublerandom.publication.ui;

import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.ui.Desk;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Every part of the page kit in every state, for whoever builds pages; in production it is not. */
@Path("/ui/style")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@PermitAll
public class StylePages {
  private static final int MANY = 1_204;

  @Inject
  @Location("publication/style.html")
  Template style;

  @Inject Desk desk;

  @GET
  @Operation(hidden = true)
  public Uni<RestResponse<String>> all() {
    if (LaunchMode.current() == LaunchMode.NORMAL && !ConfigUtils.isProfileActive("local")) {
      throw new ProblemException(EdgeRejection.NOT_FOUND);
    }
    var samples = new StyleSamples(desk.readsEnglish());
    FilledForm empty = desk.forms().blank(7);
    return desk.show(
        style
            .data("words", samples.words())
            .data("query", desk.query().form())
            .data("choices", samples.choices())
            .data("rows", new Rows<>(samples.lines(), 51, MANY, "next"))
            .data("none", new Rows<>(List.of(), 1, 0, null))
            .data("form", empty)
            .data("filled", samples.refused(empty))
            .data("conflict", samples.conflict(empty))
            .data("steps", samples.steps())
            .data("entries", samples.happenings())
            .data("nothing", List.of())
            .data("bars", samples.bars())
            .data("line", samples.line()));
  }
}
