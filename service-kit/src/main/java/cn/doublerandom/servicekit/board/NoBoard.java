package cn.doublerandom.servicekit.board;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Of a service that shows nothing of the business. */
@DefaultBean
@ApplicationScoped
class NoBoard implements BoardFigures {
  @Override
  public Uni<BoardPart> on(BoardDay day) {
    return Uni.createFrom().item(BoardPart.NOTHING);
  }
}
