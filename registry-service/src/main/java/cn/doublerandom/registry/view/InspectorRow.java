package cn.doublerandom.registry.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One inspector. */
@Entity
@Table(name = "inspector_view")
class InspectorRow extends Document {}
