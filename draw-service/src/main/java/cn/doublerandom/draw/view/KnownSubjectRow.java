package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One subject as the registry told it. */
@Entity
@Table(name = "registry_subject_view")
class KnownSubjectRow extends Document {}
