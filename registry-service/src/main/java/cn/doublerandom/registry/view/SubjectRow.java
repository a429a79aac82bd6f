package cn.doublerandom.registry.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One subject. */
@Entity
@Table(name = "subject_view")
class SubjectRow extends Document {}
