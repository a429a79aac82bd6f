package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.bureau.figures.Percent;
import cn.doublerandom.draw.drawing.Fairness;
import cn.doublerandom.draw.drawing.StratumWords;
import cn.doublerandom.draw.drawing.application.ExplainedDraws;
import cn.doublerandom.servicekit.page.BureauPages;
import cn.doublerandom.servicekit.page.Places;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.PublicFrames;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 在线验证与公平性监测: anyone checks a draw on their own machine, and how all draws look together. */
@Path("/ui")
@PermitAll
public class DrawPages {
  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
  private static final String SCRIPT = "text/javascript;charset=UTF-8";

  /** Chance alone strays as far as this once in a hundred times; worth a look, no proof. */
  private static final double RARE = 0.01;

  @Inject
  @Location("draw/verify.html")
  Template verify;

  @Inject
  @Location("draw/fairness.html")
  Template fairness;

  @Inject
  @Location("draw/why.html")
  Template why;

  @Inject Fairness.Source source;
  @Inject ExplainedDraws explained;
  @Inject Desk desk;
  @Inject BureauPages pages;
  @Inject PublicFrames frames;

  @GET
  @Path("/verify")
  @Produces(HTML)
  public TemplateInstance verify(
      @QueryParam("draw")
          @DefaultValue("")
          @Size(max = 100)
          @Pattern(regexp = "[0-9A-Za-z.-]*", message = "{words.draw-id}")
          String drawId) {
    return frames.around(verify.data("drawId", drawId));
  }

  /** The verifier itself: the same file a stranger finds in the zip. */
  @GET
  @Path("/verify.mjs")
  @Produces(SCRIPT)
  public String verifier() {
    return resource("double-random/verify.mjs");
  }

  @GET
  @Path("/verify-page.mjs")
  @Produces(SCRIPT)
  public String page() {
    return resource("ui/verify-page.mjs");
  }

  private static String resource(String name) {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not packed with this service");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** 为什么: asks for a draw and a subject. */
  @GET
  @Path("/why")
  @Produces(HTML)
  @Operation(hidden = true)
  public TemplateInstance why() {
    return whyPage("", "");
  }

  /** Where the form leads: a draw's id in the path says whose it is. */
  @GET
  @Path("/why/of")
  @Produces(HTML)
  @Operation(hidden = true)
  public RestResponse<Void> whyOf(
      @QueryParam("draw")
          @DefaultValue("")
          @Size(max = 100)
          @Pattern(regexp = "[0-9A-Za-z.-]*", message = "{words.draw-id}")
          String drawId,
      @QueryParam("subject") @DefaultValue("") @Size(max = 64) String subject) {
    return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.SEE_OTHER, null)
        .header("Location", drawId.isEmpty() ? Places.why() : Places.why(drawId, subject.strip()))
        .build();
  }

  /** What {@code …/explanations/subjects/…} answers, for anybody. */
  @GET
  @Path("/why/{drawId}")
  @Produces(HTML)
  @Operation(hidden = true)
  public Uni<TemplateInstance> why(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @QueryParam("subject") @DefaultValue("") @Size(max = 64) String subject) {
    TemplateInstance page = whyPage(drawId, subject);
    return subject.isEmpty()
        ? Uni.createFrom().item(page)
        : explained.subject(drawId, subject).map(one -> page.data("told", Told.of(one, "", desk)));
  }

  private TemplateInstance whyPage(String drawId, String subject) {
    return frames.around(why.data("drawId", drawId).data("subject", subject).data("told", null));
  }

  @GET
  @Path("/fairness")
  @Produces(HTML)
  public Uni<TemplateInstance> fairness() {
    return pages.chosen("fairness", this::ofBureau);
  }

  private Uni<TemplateInstance> ofBureau() {
    return Uni.createFrom()
        .completionStage(source::latest)
        .map(report ->
            fairness
                .data("report", report)
                .data("tickets", new Judged(report.ticketProbability()))
                .data("distance", "%.4f".formatted(report.ticketDistance()))
                .data("strata", report.strata().stream().map(this::line).toList())
                .data(
                    "rates",
                    List.of(
                        new RateLine("VOIDED", report.voided(), report.draws() + report.voided()),
                        new RateLine("REPLACED", report.replacements(), report.subjects()),
                        new RateLine("SUBSTITUTED", report.substitutions(), report.teams()),
                        new RateLine("EXCLUDED", report.exclusionsByHand(), report.draws()))));
  }

  private StratumLine line(Fairness.StratumReport of) {
    return new StratumLine(
        of,
        frames.readsEnglish()
            ? StratumWords.inEnglish(of.stratum())
            : StratumWords.of(of.stratum()));
  }

  /** How often chance alone strays so far, and what that means. */
  public record Judged(double probability) {
    public String text() {
      return String.format(Locale.ROOT, "%.3f", probability);
    }

    public boolean usual() {
      return probability >= RARE;
    }
  }

  /**
   * A class over all draws.
   *
   * @param name as its reader calls it
   */
  public record StratumLine(Fairness.StratumReport stratum, String name) {
    public String chiSquare() {
      return String.format(Locale.ROOT, "%.2f", stratum.chiSquare());
    }

    public Judged judged() {
      return new Judged(stratum.probability());
    }
  }

  /**
   * How often something was changed by hand.
   *
   * @param what by which the page knows its words
   * @param of how often it could have been; nothing of nothing is no rate
   */
  public record RateLine(String what, int count, int of) {
    /** As every other share is read. */
    public String percent() {
      return Percent.of(count, of);
    }
  }
}
