//! Reading fields that may be a text or an object, with faults named inside the object.

/// Implements `Deserialize` for an enum with the variants `Text(String)` and `Object(..)`.
macro_rules! text_or_object {
    ($name:ident, $object:ty, $expected:literal) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;

                impl<'de> serde::de::Visitor<'de> for Visitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str($expected)
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$name, E> {
                        Ok($name::Text(text.to_owned()))
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(
                        self,
                        map: A,
                    ) -> Result<$name, A::Error> {
                        let object = serde::de::value::MapAccessDeserializer::new(map);
                        <$object as serde::Deserialize>::deserialize(object).map($name::Object)
                    }
                }

                deserializer.deserialize_any(Visitor)
            }
        }
    };
}
pub(super) use text_or_object;
