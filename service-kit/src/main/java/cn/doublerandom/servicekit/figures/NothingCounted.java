package cn.doublerandom.servicekit.figures;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Of a service that counts nothing of the business. */
@DefaultBean
@ApplicationScoped
class NothingCounted implements BusinessCounts {
  @Override
  public List<Series> series() {
    return List.of();
  }

  @Override
  public Uni<Map<Series, Long>> on(LocalDate today) {
    return Uni.createFrom().item(Map.of());
  }
}
