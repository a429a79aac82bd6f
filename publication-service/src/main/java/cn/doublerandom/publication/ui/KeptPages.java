package cn.doublerandom.publication.ui;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.servicekit.page.Moulded;
import cn.doublerandom.servicekit.page.Utf8;
import cn.doublerandom.servicekit.rest.EntityTags;
import cn.doublerandom.servicekit.ui.PublicFrames;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Pages everybody may read, which a flood hits first: asked for again they cost the database
 * nothing, and who has one already is told so with 304. A browser asks each time whether what it
 * has is still good, so nobody reads what was withdrawn. Who is signed in gets a page of his own.
 */
@ApplicationScoped
public class KeptPages {
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private final PageShelf shelf;
  private final Vitals vitals;
  private final PublicFrames frames;
  private final HttpHeaders headers;
  private final UriInfo uri;

  @Inject
  KeptPages(
      Vitals vitals,
      PublicFrames frames,
      HttpHeaders headers,
      UriInfo uri,
      @ConfigProperty(name = "suite.public-pages.kept") Duration kept) {
    this.shelf = new PageShelf(kept.toNanos(), System::nanoTime);
    this.vitals = vitals;
    this.frames = frames;
    this.headers = headers;
    this.uri = uri;
  }

  /** The page of this address: as it was made last, or made now. */
  public Uni<RestResponse<Buffer>> show(Supplier<Uni<TemplateInstance>> page) {
    return show(page, () -> OK);
  }

  /**
   * The same of one that may say that what was asked for is gone.
   *
   * @param status with which it is sent, known once it is made
   */
  public Uni<RestResponse<Buffer>> show(Supplier<Uni<TemplateInstance>> page, IntSupplier status) {
    // Read before: somebody else's request may make the page, and ours goes on from there.
    List<String> had = headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH);
    return shown(page, status).map(made -> answer(made, had));
  }

  private Uni<PageShelf.Made> shown(Supplier<Uni<TemplateInstance>> page, IntSupplier status) {
    Supplier<Uni<PageShelf.Made>> making =
        () ->
            page.get()
                .flatMap(KeptPages::made)
                .map(made -> new PageShelf.Made(made.html(), made.tag(), status.getAsInt()));
    if (headers.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
      return making.get();
    }
    URI asked = uri.getRequestUri();
    String key = frames.look() + " " + asked.getRawPath() + "?" + asked.getRawQuery();
    return shelf.show(key, vitals.asOfSeq(), making);
  }

  private static Uni<PageShelf.Made> made(TemplateInstance page) {
    return page instanceof Moulded filled
        ? Uni.createFrom().item(() -> made(filled.utf8()))
        : page.createUni().map(html -> made(Buffer.buffer(html)));
  }

  private static PageShelf.Made made(Utf8 page) {
    return made(page.buffer(), page.sha256());
  }

  private static PageShelf.Made made(Buffer page) {
    return made(page, Sha256.hex(page.getBytes()));
  }

  private static PageShelf.Made made(Buffer sent, String hash) {
    return new PageShelf.Made(sent, EntityTags.of(hash));
  }

  private static RestResponse<Buffer> answer(PageShelf.Made made, @Nullable List<String> had) {
    boolean isKnown = made.status() == OK && EntityTags.has(had, made.tag());
    RestResponse.ResponseBuilder<Buffer> answer =
        RestResponse.ResponseBuilder.create(isKnown ? NOT_MODIFIED : made.status());
    if (!isKnown) {
      answer.entity(made.html()).type(MediaType.TEXT_HTML + ";charset=UTF-8");
    }
    return answer
        .header(HttpHeaders.ETAG, made.tag())
        .header(HttpHeaders.CACHE_CONTROL, EntityTags.CACHE_CONTROL)
        .header(HttpHeaders.VARY, EntityTags.VARY)
        .build();
  }
}
