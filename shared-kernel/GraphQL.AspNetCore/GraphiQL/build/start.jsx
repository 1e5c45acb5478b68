// Starts GraphiQL against the address that served the page. The address of the endpoint's schema and its rights are those of
// the Authorization header that the user sets in the headers editor.
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import 'graphiql/graphiql.css';
import './start.css';

const parameters = new URLSearchParams(window.location.search);
const fetcher = createGraphiQLFetcher({ url: window.location.pathname });

createRoot(document.getElementById('graphiql')).render(
  <GraphiQL
    fetcher={fetcher}
    initialQuery={parameters.get('query') ?? undefined}
    initialVariables={parameters.get('variables') ?? undefined}
    shouldPersistHeaders={false}
  />,
);
