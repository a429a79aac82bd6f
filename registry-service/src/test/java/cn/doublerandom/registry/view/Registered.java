package cn.doublerandom.registry.view;

import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.registry.expert.ExpertCodec;
import cn.doublerandom.registry.inspector.InspectorCodec;
import cn.doublerandom.registry.item.ItemCodec;
import cn.doublerandom.registry.subject.SubjectCodec;

/** The read model of the registers, of which each has its own tests. */
final class Registered {
  private Registered() {}

  static ProjectionSpecification nothing() {
    return ProjectionSpecification.of(
        new RegistryProjection(
            new ItemView(),
            new SubjectView(),
            new InspectorView(),
            new ExpertView(),
            ItemCodec.ofEvents(),
            SubjectCodec.ofEvents(),
            InspectorCodec.ofEvents(),
            ExpertCodec.ofEvents()));
  }
}
