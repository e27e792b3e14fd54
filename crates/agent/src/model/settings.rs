//! Which language model, and where.

use secrecy::SecretString;

/// Whose server it is: what differs between those that speak the same protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provider {
    /// OpenAI.
    OpenAi,
    /// Anthropic, by the protocol of OpenAI that it offers as well.
    Anthropic,
    /// Google's Gemini, by the protocol of OpenAI that it offers as well.
    Gemini,
    /// Ollama, on this machine unless another address is set.
    Ollama,
    /// Any other server that speaks OpenAI's Chat Completions.
    Compatible,
}

impl Provider {
    /// Every provider.
    pub const ALL: [Self; 5] = [
        Self::OpenAi,
        Self::Anthropic,
        Self::Gemini,
        Self::Ollama,
        Self::Compatible,
    ];

    /// Its name in settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::OpenAi => "openai",
            Self::Anthropic => "anthropic",
            Self::Gemini => "gemini",
            Self::Ollama => "ollama",
            Self::Compatible => "compatible",
        }
    }

    /// The provider of that name in settings.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|provider| provider.name() == name)
    }

    /// Where it is, where that is known.
    pub fn base_url(self) -> Option<&'static str> {
        match self {
            Self::OpenAi => Some("https://api.openai.com/v1"),
            Self::Anthropic => Some("https://api.anthropic.com/v1"),
            Self::Gemini => Some("https://generativelanguage.googleapis.com/v1beta/openai"),
            Self::Ollama => Some("http://127.0.0.1:11434/v1"),
            Self::Compatible => None,
        }
    }

    /// Whether it answers nobody without a key.
    pub fn needs_key(self) -> bool {
        matches!(self, Self::OpenAi | Self::Anthropic | Self::Gemini)
    }

    /// The field that limits the tokens of an answer. OpenAI's newer models refuse the older name,
    /// and many servers know only that.
    pub(super) fn limit(self) -> &'static str {
        match self {
            Self::OpenAi => "max_completion_tokens",
            _ => "max_tokens",
        }
    }
}

/// Which model, and where.
#[derive(Debug, Clone)]
pub struct ModelSettings {
    /// Whose server it is.
    pub provider: Provider,
    /// The address that `/chat/completions` follows, such as `http://127.0.0.1:11434/v1`.
    pub base_url: String,
    /// The model's name there.
    pub model: String,
    /// The key, where one is needed.
    pub api_key: Option<SecretString>,
}
