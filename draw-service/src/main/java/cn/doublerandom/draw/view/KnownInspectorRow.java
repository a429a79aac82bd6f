package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One inspector as the registry told it. */
@Entity
@Table(name = "registry_inspector_view")
class KnownInspectorRow extends Document {}
