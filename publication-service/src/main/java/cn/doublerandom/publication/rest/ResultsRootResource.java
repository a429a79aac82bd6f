package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.application.NoticesRoot;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a consumer of {@code publication.results.v1} compares with what he read. */
@Path("/api/v1/results/root")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "results-topic", description = "公示结果的公开主题")
public class ResultsRootResource {
  private static final String TOPIC = "publication.results.v1";

  @Inject NoticesRoot root;

  @GET
  @PermitAll
  @Operation(
      summary = "How many notices stand on publication.results.v1, and one hash over all of them",
      description =
          "SHA-256 over the lines `<key> <SHA-256 of the value>` and a line feed, ascending by key; the key is"
              + " `<bureau>/<result id>`, the hash 64 lowercase hex digits, the value canonical JSON (RFC 8785) as"
              + " it stands on the topic. It is made from the ledger, so it may be ahead of the topic for a moment.")
  public Uni<ComparableRoot> root() {
    return root.now().map(now -> new ComparableRoot(TOPIC, now.count(), now.root()));
  }

  /**
   * @param topic where the notices stand
   * @param count of notices
   * @param root 64 lowercase hex digits
   */
  public record ComparableRoot(String topic, long count, String root) {}
}
