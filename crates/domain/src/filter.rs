//! The filter language (model, section 5).
